package org.relais.browser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;

/**
 * Every column of the schema that holds somebody's words, and a way to put {@link HostileTexts} into all of them for some
 * people and centres, as no check at the door would let in. A text column that is in none of the lists fails the test.
 */
@TestComponent
class HostileColumns {

    /** Words as somebody typed or sent them: {@code table.column}. */
    private static final Set<String> WORDS = Set.of(
            "access_care_relation.reason",
            "access_emergency.explanation",
            "access_emergency.review_comment",
            "access_merge.reason",
            "access_merge.undone_reason",
            "access_protection.reason",
            "access_request.answer",
            "access_request.reason",
            "access_sharing_consent.organisation",
            "agenda_appointment.place",
            "agenda_appointment.reason",
            "agenda_appointment.subject",
            "agenda_change.reason",
            "agenda_group.name",
            "aftercare_attempt.note",
            "aftercare_partner_contact.organisation",
            "aftercare_partner_contact.words",
            "aftercare_result.reason",
            "aftercare_way_back.end_reason",
            "aftercare_way_back.words",
            "assessment_form.comment",
            "assessment_form.reason_detail",
            "centre_bed.name",
            "centre_centre.name",
            "centre_closed_day.reason",
            "centre_meeting_room.name",
            "centre_centre.telephone",
            "centre_room.name",
            "centre_unit.name",
            "detox_act.reason",
            "detox_display.name",
            "detox_hand_over_page.sentence",
            "detox_hand_over_sentence.text",
            "detox_omission.reason",
            "detox_visit_step.informed",
            "detox_visit_step.note",
            "directory_partner.address",
            "directory_partner.capacity",
            "directory_partner.cost",
            "directory_partner.eligibility",
            "directory_partner.email",
            "directory_partner.name",
            "directory_partner.offer",
            "directory_partner.opening_hours",
            "directory_partner.place",
            "directory_partner.telephone",
            "directory_partner.website",
            "directory_partner_version.address",
            "directory_partner_version.capacity",
            "directory_partner_version.cost",
            "directory_partner_version.eligibility",
            "directory_partner_version.email",
            "directory_partner_version.name",
            "directory_partner_version.offer",
            "directory_partner_version.opening_hours",
            "directory_partner_version.place",
            "directory_partner_version.telephone",
            "directory_partner_version.website",
            "directory_sheet.title",
            "directory_sheet_version.file_name",
            "directory_sheet_version.text",
            "directory_sheet_version.title",
            "episode_bed.reason",
            "episode_bed.reserved_words",
            "episode_bed_event.reason",
            "episode_episode.priority_reason",
            "episode_event.note",
            "episode_hand_over_draft.text",
            "episode_place_offer.reason",
            "episode_transfer.end_reason",
            "episode_transfer.file_number",
            "episode_transfer.hand_over",
            "episode_transfer.person_name",
            "escalation_act.note",
            "escalation_event.note",
            "exchange_referral.file_name",
            "exchange_referral.source_name",
            "exchange_staged_file.file_name",
            "exchange_staged_file.owner_system",
            "exchange_staged_file.owner_value",
            "exchange_staged_file.reason",
            "exchange_staged_file.source_name",
            "history_encounter.code",
            "history_encounter.code_system",
            "history_encounter.imported_from",
            "history_encounter.kind",
            "history_encounter.place",
            "history_encounter.reason",
            "history_encounter.status",
            "history_encounter.words",
            "history_medication.code",
            "history_medication.code_system",
            "history_medication.dosage",
            "history_medication.imported_from",
            "history_medication.reason",
            "history_medication.remark",
            "history_medication.requester",
            "history_medication.status",
            "history_medication.words",
            "history_observation.category",
            "history_observation.code",
            "history_observation.code_system",
            "history_observation.comparator",
            "history_observation.imported_from",
            "history_observation.remark",
            "history_observation.status",
            "history_observation.unit",
            "history_observation.value_text",
            "history_observation.words",
            "history_problem.clinical_status",
            "history_problem.code",
            "history_problem.code_system",
            "history_problem.imported_from",
            "history_problem.onset_text",
            "history_problem.remark",
            "history_problem.severity",
            "history_problem.verification",
            "history_problem.words",
            "history_substance_profile.last_use_amount",
            "medication_administration.reason",
            "medication_finding.override_text",
            "medication_order.drug",
            "medication_order.indication",
            "medication_order.note",
            "medication_order.strength",
            "medication_recheck.remark",
            "medication_stop.reason",
            "oversight_report_redaction.reason",
            "oversight_sample_verdict.note",
            "oversight_verdict.note",
            "person_alert.end_reason",
            "person_alert.source",
            "person_alert.text",
            "person_contact.contact",
            "person_identifier.identifier",
            "person_identifier.system_name",
            "person_identity.alias",
            "person_identity.family_name",
            "person_identity.given_name",
            "person_merged.known_as",
            "person_relative_version.name",
            "person_relative_version.telephone",
            "plan_action.reason",
            "plan_action.title",
            "plan_action_change.reason",
            "plan_aim.target_unit",
            "plan_aim.words",
            "plan_goal.criterion",
            "plan_goal.evidence",
            "plan_goal.statement",
            "plan_goal_change.criterion",
            "plan_goal_change.evidence",
            "plan_goal_change.statement",
            "plan_goal_step.title",
            "plan_meeting_decision.title",
            "plan_meeting_part.reason",
            "plan_meeting_part.said",
            "plan_review.reason",
            "plan_review.words",
            "plan_review_goal.statement",
            "plan_review_goal.summary",
            "plan_review_member.name",
            "record_entry.imported_from",
            "record_entry.text",
            "record_entry.title",
            "record_request.title",
            "record_request.words",
            "reintegration_milestone.note",
            "reintegration_step.partner",
            "relatives_contact.heard",
            "relatives_contact.reason",
            "relatives_contact.relative_name",
            "relatives_contact.told",
            "relatives_letter_part.text",
            "relatives_support.note",
            "relatives_support.relative_name",
            "relatives_support_answer.note",
            "referral_change.outcome",
            "referral_exchange.words",
            "referral_paragraph.heading",
            "referral_paragraph.text",
            "referral_referral.outcome",
            "referral_referral.recipient",
            "referral_referral.subject",
            "reintegration_step.reason",
            "reintegration_step.third_party",
            "reintegration_step.title",
            "reintegration_step_change.partner",
            "reintegration_step_change.reason",
            "reintegration_step_change.third_party",
            "reintegration_step_contact.note",
            "reintegration_track.reason",
            "situation_assessment.comment",
            "situation_assessment.reason",
            "situation_budget_line.words",
            "situation_debt.creditor",
            "situation_debt.plan",
            "situation_need.need",
            "situation_need.obstacles",
            "situation_need.resources",
            "situation_need.risks",
            "situation_need_answer.what",
            "situation_right.words",
            "situation_right_version.note",
            "situation_state.note",
            "situation_state.reason",
            "staff_member.family_name",
            "staff_member.given_name",
            "therapy_process_addendum.text",
            "therapy_process_note.text",
            "ultrarapid_permission.legal_basis",
            "worklist_task.title",
            "worklist_task.title_arguments");

    /** JSON whose texts may be somebody's words. */
    private static final Set<String> JSON = Set.of(
            "detox_hand_over_page.words",
            "exchange_referral.parts",
            "exchange_referral.types",
            "exchange_staged_file.parts",
            "exchange_staged_file.registration",
            "exchange_staged_file.types",
            "history_observation.parts",
            "record_draft.content",
            "record_entry.detail");

    /** Closed words, keys and codes of the house, and what is derived from names to find them. */
    private static final Pattern CLOSED = Pattern.compile(
            String.join(
                    "|",
                    "flyway.*",
                    "access_emergency\\.reason",
                    "aftercare_(answer\\.answer|attempt\\.outcome|follow_up\\.(answer|ending)|result\\.(work|housing))",
                    "agenda_group\\.entry",
                    "assessment_(part\\.part|saturation_decision\\.scale)",
                    "assessment_form\\.reason",
                    "demand_file\\.hash",
                    "detox_(act\\.warnings|hand_over\\.rule_code|hand_over_reading\\.basis|episode\\.(outcome|protocol|setting|substances))",
                    "detox_visit_step\\.means",
                    "directory_partner(_version)?\\.(needs|languages)",
                    "directory_partner_word\\.word",
                    "episode_episode\\.end_reason",
                    "episode_event\\.end_reason",
                    "episode_place_offer\\.cause",
                    "escalation_alarm\\.(readings|rule_code)",
                    "exchange_staged_file\\.live_hash",
                    "history_substance_profile\\.(primary_substance|route|frequency|secondary_substances|polydrug|injecting|sharing)",
                    "indicator_\\w+\\.figure",
                    "medication_\\w+\\.(drug_code|drug_key|unit)",
                    "medication_administration\\.(outcome|reason_code)",
                    "medication_finding\\.(override_reason|rule_id)",
                    "medication_order\\.(regimen|route)",
                    "medication_recheck\\.effect",
                    "medication_stop\\.cause",
                    "oversight_\\w+\\.(hash|action|actor_role|basis|rule_code|rules|seed|state_hash|handover|drawn_as|node)",
                    "plan_aim\\.(aim|stage)",
                    "plan_review\\.rule_code",
                    "plan_review_goal\\.state_before",
                    "record_request\\.answer",
                    "relatives_(contact\\.(told_topics|beyond_topics)|letter_part\\.topic|support_answer\\.answer)",
                    "situation_(\\w+\\.(occasion|side|currency)|exit\\.reason)",
                    "staff_home\\.address_hash",
                    "ultrarapid_point\\.point",
                    ".*\\.(kind|state|status|section|discipline|type|visibility|amendment|form|role|function|purpose|sections|wish|verdict|language|color_scheme|username|subject|code|time_zone|country_profile|act|priority|destination|gender|relation|may_tell|not_tell|severity|instrument|band|profile|alerts|item|inhaled_gas|consciousness|breath_unit|confirmed|approach|mode|way|open_kind|attendance|domain|responsible|title_key|path|source_key|owner_key|amount|amounts|\\w+_precision|search_name|sort_name|name_key|folded_family)"));

    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry(
                    "agenda_change",
                    "appointment_id IN (SELECT id FROM agenda_appointment WHERE person_id IN (:people))"),
            Map.entry("agenda_group", "centre_id IN (:centres)"),
            Map.entry("centre_closed_day", "centre_id IN (:centres)"),
            Map.entry("centre_meeting_room", "centre_id IN (:centres)"),
            Map.entry("detox_display", "centre_id IN (:centres)"),
            Map.entry("directory_partner", "id IS NOT NULL"),
            Map.entry("directory_partner_version", "partner_id IS NOT NULL"),
            Map.entry("directory_sheet", "id IS NOT NULL"),
            Map.entry("directory_sheet_version", "sheet_id IS NOT NULL"),
            Map.entry(
                    "referral_change",
                    "referral_id IN (SELECT id FROM referral_referral WHERE person_id IN (:people))"),
            Map.entry(
                    "referral_exchange",
                    "referral_id IN (SELECT id FROM referral_referral WHERE person_id IN (:people))"),
            Map.entry(
                    "referral_paragraph",
                    "referral_id IN (SELECT id FROM referral_referral WHERE person_id IN (:people))"),
            Map.entry("detox_act", "detox_id IN (SELECT id FROM detox_episode WHERE person_id IN (:people))"),
            Map.entry(
                    "episode_bed",
                    "bed_id IN (SELECT b.id FROM centre_bed b JOIN centre_room r ON r.id = b.room_id"
                            + " JOIN centre_unit u ON u.id = r.unit_id WHERE u.centre_id IN (:centres))"),
            Map.entry(
                    "episode_bed_event",
                    "bed_id IN (SELECT b.id FROM centre_bed b JOIN centre_room r ON r.id = b.room_id"
                            + " JOIN centre_unit u ON u.id = r.unit_id WHERE u.centre_id IN (:centres))"),
            Map.entry("escalation_act", "alarm_id IN (SELECT id FROM escalation_alarm WHERE person_id IN (:people))"),
            Map.entry(
                    "medication_finding", "order_id IN (SELECT id FROM medication_order WHERE person_id IN (:people))"),
            Map.entry("medication_stop", "order_id IN (SELECT id FROM medication_order WHERE person_id IN (:people))"),
            Map.entry(
                    "medication_recheck",
                    "administration_id IN (SELECT id FROM medication_administration WHERE person_id IN (:people))"),
            Map.entry("access_merge", "surviving_id IN (:people)"),
            Map.entry("ultrarapid_permission", "centre_id IN (:centres)"),
            Map.entry("person_merged", "surviving_id IN (:people)"),
            Map.entry(
                    "oversight_verdict",
                    "finding_id IN (SELECT id FROM oversight_finding WHERE person_id IN (:people))"),
            Map.entry(
                    "oversight_sample_verdict",
                    "(month, position) IN (SELECT month, position FROM oversight_sample_row WHERE person_id IN (:people))"),
            Map.entry(
                    "oversight_report_redaction",
                    "request_id IN (SELECT id FROM oversight_report_request WHERE person_id IN (:people))"),
            Map.entry(
                    "person_relative_version",
                    "relative_id IN (SELECT id FROM person_relative WHERE person_id IN (:people))"),
            Map.entry("plan_action_change", "action_id IN (SELECT id FROM plan_action WHERE person_id IN (:people))"),
            Map.entry("plan_goal_change", "goal_id IN (SELECT id FROM plan_goal WHERE person_id IN (:people))"),
            Map.entry("plan_goal_step", "goal_id IN (SELECT id FROM plan_goal WHERE person_id IN (:people))"),
            Map.entry(
                    "plan_meeting_decision",
                    "part_id IN (SELECT id FROM plan_meeting_part WHERE person_id IN (:people))"),
            Map.entry("plan_review_goal", "review_id IN (SELECT id FROM plan_review WHERE person_id IN (:people))"),
            Map.entry("plan_review_member", "review_id IN (SELECT id FROM plan_review WHERE person_id IN (:people))"),
            Map.entry(
                    "reintegration_step_change",
                    "step_id IN (SELECT id FROM reintegration_step WHERE person_id IN (:people))"),
            Map.entry(
                    "reintegration_milestone",
                    "track_id IN (SELECT id FROM reintegration_track WHERE person_id IN (:people))"),
            Map.entry(
                    "reintegration_step_contact",
                    "step_id IN (SELECT id FROM reintegration_step WHERE person_id IN (:people))"),
            Map.entry(
                    "situation_budget_line",
                    "budget_id IN (SELECT id FROM situation_budget WHERE person_id IN (:people))"),
            Map.entry("situation_debt", "budget_id IN (SELECT id FROM situation_budget WHERE person_id IN (:people))"),
            Map.entry(
                    "situation_need",
                    "assessment_id IN (SELECT id FROM situation_assessment WHERE person_id IN (:people))"),
            Map.entry(
                    "situation_need_answer",
                    "need_id IN (SELECT n.id FROM situation_need n JOIN situation_assessment a ON a.id = n.assessment_id"
                            + " WHERE a.person_id IN (:people))"),
            Map.entry(
                    "situation_right_version",
                    "right_id IN (SELECT id FROM situation_right WHERE person_id IN (:people))"),
            Map.entry(
                    "therapy_process_addendum",
                    "note_id IN (SELECT id FROM therapy_process_note WHERE person_id IN (:people))"),
            Map.entry("staff_member", "id IN (SELECT staff_id FROM staff_assignment WHERE centre_id IN (:centres))"),
            Map.entry("centre_centre", "id IN (:centres)"),
            Map.entry("centre_unit", "centre_id IN (:centres)"),
            Map.entry("centre_room", "unit_id IN (SELECT id FROM centre_unit WHERE centre_id IN (:centres))"),
            Map.entry(
                    "centre_bed",
                    "room_id IN (SELECT r.id FROM centre_room r JOIN centre_unit u ON u.id = r.unit_id"
                            + " WHERE u.centre_id IN (:centres))"));

    /** Columns that only some rows of a table use: in the others the portal never writes there. */
    private static final Map<String, String> USED = Map.of("worklist_task.title", " AND title_key IS NULL");

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_.:,+/ -]*|[0-9a-f-]{36}|true|false");

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    HostileColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Text columns of the schema that nobody has sorted into words, JSON or closed words. */
    Set<String> unsorted() {
        var unsorted = new TreeSet<String>();
        for (var column : columns()) {
            if (!WORDS.contains(column.key())
                    && !JSON.contains(column.key())
                    && !CLOSED.matcher(column.key()).matches()) {
                unsorted.add(column.key());
            }
        }
        return unsorted;
    }

    /** Words that the schema does not have: a list that grew old. */
    Set<String> unknown() {
        var unknown = new TreeSet<>(WORDS);
        unknown.addAll(JSON);
        columns().forEach(column -> unknown.remove(column.key()));
        return unknown;
    }

    /** Puts the texts into every such column of these people, of these centres, and of who works there. */
    void poison(Collection<PersonId> people, Collection<CentreId> centres) {
        for (var column : columns()) {
            if (WORDS.contains(column.key())) {
                write(column, people, centres);
            } else if (JSON.contains(column.key())) {
                rewrite(column, people, centres);
            }
        }
    }

    private void write(Column column, Collection<PersonId> people, Collection<CentreId> centres) {
        var named = column.table().startsWith("centre_");
        var length = (int) Math.min(column.length(), 20_000) - (named ? 4 : 0);
        var rows = ids(column, people, centres);
        for (var turn = 0; turn < rows.size(); turn++) {
            var words = length > 5_000 ? HostileTexts.all() : HostileTexts.fitting(length, turn * 3);
            jdbc.sql("UPDATE " + column.table() + " SET " + column.name() + " = ? WHERE " + column.key(rows.get(turn)))
                    // Names within a centre are unique
                    .params(parameters(named ? words + turn : words, rows.get(turn)))
                    .update();
        }
    }

    private void rewrite(Column column, Collection<PersonId> people, Collection<CentreId> centres) {
        for (var id : ids(column, people, centres)) {
            var stored = jdbc.sql("SELECT " + column.name() + " FROM " + column.table() + " WHERE " + column.key(id))
                    .params(id.values())
                    .query(String.class)
                    .optional();
            stored.ifPresent(text -> jdbc.sql(
                            "UPDATE " + column.table() + " SET " + column.name() + " = ? WHERE " + column.key(id))
                    .params(parameters(json.writeValueAsString(hostile(json.readTree(text))), id))
                    .update());
        }
    }

    private JsonNode hostile(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> object.set(name, hostile(object.get(name))));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (var at = 0; at < array.size(); at++) {
                array.set(at, hostile(array.get(at)));
            }
            return array;
        }
        if (node.isString() && node.stringValue().startsWith("{\"")) {
            // JSON within JSON keeps its form
            return json.getNodeFactory()
                    .stringNode(json.writeValueAsString(hostile(json.readTree(node.stringValue()))));
        }
        // A code, a number or a time among them is what the portal itself wrote
        return node.isString() && !CODE.matcher(node.stringValue()).matches()
                ? json.getNodeFactory().stringNode(HostileTexts.all())
                : node;
    }

    private static List<Object> parameters(String words, Row row) {
        var parameters = new ArrayList<Object>();
        parameters.add(words);
        parameters.addAll(row.values());
        return parameters;
    }

    private List<Row> ids(Column column, Collection<PersonId> people, Collection<CentreId> centres) {
        var which = ROWS.getOrDefault(column.table(), "person_id IN (:people)") + USED.getOrDefault(column.key(), "");
        var key = column.primaryKey();
        return jdbc.sql("SELECT " + String.join(", ", key) + " FROM " + column.table() + " WHERE " + which)
                .param("people", values(people))
                .param("centres", values(centres))
                .query((row, number) -> {
                    var values = new ArrayList<Object>();
                    for (var name : key) {
                        values.add(row.getObject(name));
                    }
                    return new Row(values);
                })
                .list();
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        SELECT c.table_name, c.column_name, c.character_maximum_length,
                               (SELECT GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position)
                                FROM information_schema.key_column_usage k
                                WHERE k.table_schema = c.table_schema AND k.table_name = c.table_name
                                  AND k.constraint_name = 'PRIMARY') AS primary_key
                        FROM information_schema.columns c
                        WHERE c.table_schema = DATABASE() AND c.data_type IN ('varchar', 'char', 'text', 'mediumtext',
                              'longtext', 'tinytext')
                        ORDER BY c.table_name, c.column_name""")
                .query((row, number) -> new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getLong("character_maximum_length"),
                        List.of(String.valueOf(row.getString("primary_key")).split(","))))
                .list();
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }

    private record Row(List<Object> values) {}

    private record Column(String table, String name, long length, List<String> primaryKey) {

        String key() {
            return table + "." + name;
        }

        String key(Row row) {
            return String.join(
                    " AND ", primaryKey.stream().map(part -> part + " = ?").toList());
        }
    }
}
