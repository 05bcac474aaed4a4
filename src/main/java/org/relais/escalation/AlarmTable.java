package org.relais.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Scope;
import org.relais.shared.AlarmId;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of alarms, events and what was answered. Rows are only added; a row of the open ones is released. */
@Component
class AlarmTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private static final String COLUMNS = """
            a.*, acknowledged.recorded_at AS acknowledged_at, acknowledged.recorded_by AS acknowledged_by,
            resolved.recorded_at AS resolved_at, resolved.recorded_by AS resolved_by, resolved.note AS resolved_note,
            EXISTS (SELECT 1 FROM escalation_correction c WHERE c.supersedes_id = a.form_id) AS corrected""";

    private static final String ACTS = " LEFT JOIN escalation_act acknowledged"
            + " ON acknowledged.alarm_id = a.id AND acknowledged.kind = 'ACKNOWLEDGED'"
            + " LEFT JOIN escalation_act resolved ON resolved.alarm_id = a.id AND resolved.kind = 'RESOLVED'";

    private static final String HEAD = " LEFT JOIN access_merge m ON m.absorbed_id = o.person_id AND m.live";

    private static final String NOT_HIDDEN =
            "o.person_id NOT IN (:hidden) AND COALESCE(m.surviving_id, o.person_id) NOT IN (:hidden)";

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other transaction looks at the person's forms, and keeps others waiting until this one ends. */
    void takeTurn(PersonId person) {
        jdbc.sql(
                        "INSERT INTO escalation_turn (person_id, turns) VALUES (?, 1) ON DUPLICATE KEY UPDATE turns = turns + 1")
                .param(person.value())
                .update();
    }

    /** The cause under which the corrections of this form raise their alarms: the first form of them all. */
    UUID firstOf(AssessmentId superseded) {
        return jdbc.sql("SELECT cause_id FROM escalation_correction WHERE form_id = ?")
                .param(superseded.value())
                .query(UUID.class)
                .optional()
                .orElse(superseded.value());
    }

    /** The causes of these forms; a form that corrects none is its own. */
    Map<AssessmentId, UUID> causes(Collection<AssessmentId> forms) {
        var causes = new HashMap<AssessmentId, UUID>();
        forms.forEach(form -> causes.put(form, form.value()));
        jdbc.sql("SELECT form_id, cause_id FROM escalation_correction WHERE form_id IN (:forms)")
                .param("forms", values(forms))
                .query(row -> {
                    causes.put(new AssessmentId(Utc.uuid(row, "form_id")), Utc.uuid(row, "cause_id"));
                });
        return causes;
    }

    void insertCorrection(AssessmentId form, AssessmentId superseded, UUID cause) {
        jdbc.sql("INSERT INTO escalation_correction (form_id, supersedes_id, cause_id) VALUES (?,?,?)")
                .param(form.value())
                .param(superseded.value())
                .param(cause)
                .update();
    }

    /** The codes of the rules that raised an alarm for a cause. */
    Set<String> raisedFor(UUID cause) {
        return new HashSet<>(jdbc.sql("SELECT rule_code FROM escalation_alarm WHERE cause_id = ?")
                .param(cause)
                .query(String.class)
                .list());
    }

    /** The open alarms of a cause. */
    Set<AlarmId> openFor(Id cause) {
        return new HashSet<>(jdbc.sql("SELECT a.id FROM escalation_alarm a JOIN escalation_open o ON o.alarm_id = a.id"
                        + " WHERE a.cause_id = ?")
                .param(cause.value())
                .query((row, number) -> new AlarmId(Utc.uuid(row, "id")))
                .list());
    }

    /** Stores the alarm as open; false when there is one of this rule and cause. */
    boolean insert(NewAlarm alarm) {
        try {
            jdbc.sql("""
                            INSERT INTO escalation_alarm
                                (id, person_id, centre_id, unit_id, rule_code, rule_version, cause_id, form_id, readings,
                                 occurred_at, raised_at, raised_by, due_at)
                            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                    .param(alarm.id().value())
                    .param(alarm.person().value())
                    .param(alarm.centre().value())
                    .param(value(alarm.unit()))
                    .param(alarm.rule().rule().code())
                    .param(alarm.rule().rule().version())
                    .param(alarm.cause())
                    .param(value(alarm.form()))
                    .param(Reading.column(alarm.readings()))
                    .param(Utc.column(alarm.occurredAt()))
                    .param(Utc.column(alarm.raisedAt()))
                    .param(value(alarm.raisedBy()))
                    .param(Utc.column(alarm.dueAt()))
                    .update();
        } catch (DuplicateKeyException raisedMeanwhile) {
            return false;
        }
        jdbc.sql("INSERT INTO escalation_open (alarm_id, person_id, centre_id, due_at) VALUES (?,?,?,?)")
                .param(alarm.id().value())
                .param(alarm.person().value())
                .param(alarm.centre().value())
                .param(Utc.column(alarm.dueAt()))
                .update();
        return true;
    }

    /** Stores the act; false when there is one of this version. */
    boolean insertAct(
            AlarmId alarm, int version, AlarmState kind, @Nullable String note, @Nullable StaffId by, Instant at) {
        try {
            jdbc.sql("INSERT INTO escalation_act (alarm_id, version, kind, note, recorded_at, recorded_by)"
                            + " VALUES (?,?,?,?,?,?)")
                    .param(alarm.value())
                    .param(version)
                    .param(kind.name())
                    .param(note)
                    .param(Utc.column(at))
                    .param(value(by))
                    .update();
        } catch (DuplicateKeyException answeredMeanwhile) {
            return false;
        }
        if (kind == AlarmState.RESOLVED) {
            jdbc.sql("DELETE FROM escalation_open WHERE alarm_id = ?")
                    .param(alarm.value())
                    .update();
        }
        return true;
    }

    /** Stores the event. */
    void insertEvent(Grant write, RecordEvent event, String code, @Nullable String note, EntryId entry, Instant at) {
        jdbc.sql("""
                        INSERT INTO escalation_event
                            (id, person_id, centre_id, unit_id, code, note, occurred_at, recorded_at, recorded_by, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(event.id().value())
                .param(write.person().value())
                .param(event.centre().value())
                .param(value(write.unitIn(event.centre()).orElse(null)))
                .param(code)
                .param(note)
                .param(Utc.column(event.occurredAt()))
                .param(Utc.column(at))
                .param(write.actor().id().value())
                .param(entry.value())
                .update();
    }

    /** The entry of an event that this member of staff recorded for this person under this id. */
    Optional<EntryId> recorded(Grant write, Id event) {
        return jdbc.sql("SELECT entry_id FROM escalation_event"
                        + " WHERE id = :id AND person_id IN (:people) AND recorded_by = :me")
                .param("id", event.value())
                .param("people", values(write.people()))
                .param("me", write.actor().id().value())
                .query((row, number) -> new EntryId(Utc.uuid(row, "entry_id")))
                .optional();
    }

    Optional<StoredAlarm> find(Collection<PersonId> people, AlarmId alarm) {
        return jdbc.sql("SELECT a.person_id AS head, " + COLUMNS + " FROM escalation_alarm a" + ACTS
                        + " WHERE a.id = :id AND a.person_id IN (:people)")
                .param("id", alarm.value())
                .param("people", values(people))
                .query((row, number) -> read(row))
                .optional();
    }

    /** The open alarms of one person, the first due first. */
    List<StoredAlarm> open(Collection<PersonId> people) {
        return jdbc.sql("SELECT a.person_id AS head, " + COLUMNS
                        + " FROM escalation_open o JOIN escalation_alarm a ON a.id = o.alarm_id" + ACTS
                        + " WHERE o.person_id IN (:people) ORDER BY o.due_at, a.id")
                .param("people", values(people))
                .query((row, number) -> read(row))
                .list();
    }

    /** One page of all alarms of one person, the newest first. */
    List<StoredAlarm> page(Collection<PersonId> people, @Nullable AlarmCursor before, int limit) {
        var older = before == null ? "" : " AND (a.raised_at < :at OR (a.raised_at = :at AND a.id < :id))";
        var statement = jdbc.sql("SELECT a.person_id AS head, " + COLUMNS + " FROM escalation_alarm a" + ACTS
                        + " WHERE a.person_id IN (:people)" + older
                        + " ORDER BY a.raised_at DESC, a.id DESC LIMIT :limit")
                .param("people", values(people))
                .param("limit", limit);
        if (before != null) {
            statement = statement
                    .param("at", Utc.column(before.raisedAt()))
                    .param("id", before.id().value());
        }
        return statement.query((row, number) -> read(row)).list();
    }

    /** The open alarms of these people at the centres of the scope, the first due first. */
    List<StoredAlarm> open(Scope scope, Collection<PersonId> people) {
        return jdbc.sql("SELECT h.head, " + COLUMNS
                        + " FROM (SELECT p.person_id AS head, p.person_id AS known FROM access_person p"
                        + " WHERE p.person_id IN (:people) UNION ALL"
                        + " SELECT m.surviving_id, m.absorbed_id FROM access_merge m"
                        + " WHERE m.surviving_id IN (:people) AND m.live) h"
                        + " JOIN escalation_open o ON o.person_id = h.known"
                        + " JOIN escalation_alarm a ON a.id = o.alarm_id" + ACTS
                        + " WHERE o.centre_id IN (:centres) ORDER BY o.due_at, a.id")
                .param("people", values(people))
                .param("centres", values(scope.centres()))
                .query((row, number) -> read(row))
                .list();
    }

    /** Those of these people at the centres of the scope that were raised or resolved since, the first raised first. */
    List<StoredAlarm> since(Scope scope, Collection<PersonId> people, Instant moment) {
        return jdbc.sql("SELECT h.head, " + COLUMNS
                        + " FROM (SELECT p.person_id AS head, p.person_id AS known FROM access_person p"
                        + " WHERE p.person_id IN (:people) UNION ALL"
                        + " SELECT m.surviving_id, m.absorbed_id FROM access_merge m"
                        + " WHERE m.surviving_id IN (:people) AND m.live) h"
                        + " JOIN escalation_alarm a ON a.person_id = h.known" + ACTS
                        + " WHERE a.centre_id IN (:centres) AND (a.raised_at >= :moment OR resolved.recorded_at >= :moment)"
                        + " ORDER BY a.raised_at, a.id")
                .param("people", values(people))
                .param("centres", values(scope.centres()))
                .param("moment", Utc.column(moment))
                .query((row, number) -> read(row))
                .list();
    }

    /** The open alarms at the centres of the scope, the first due first; of a merged record under the surviving one. */
    List<StoredAlarm> openAt(Scope scope, int limit) {
        return jdbc.sql("SELECT COALESCE(m.surviving_id, a.person_id) AS head, " + COLUMNS
                        + " FROM escalation_open o JOIN escalation_alarm a ON a.id = o.alarm_id" + HEAD + ACTS
                        + " WHERE o.centre_id IN (:centres) AND " + NOT_HIDDEN
                        + " ORDER BY o.due_at, a.id LIMIT :limit")
                .param("centres", values(scope.centres()))
                .param("hidden", values(scope.hidden()))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    int countOpen(Scope scope) {
        return jdbc.sql("SELECT COUNT(*) FROM escalation_open o" + HEAD + " WHERE o.centre_id IN (:centres) AND "
                        + NOT_HIDDEN)
                .param("centres", values(scope.centres()))
                .param("hidden", values(scope.hidden()))
                .query(Integer.class)
                .single();
    }

    private static StoredAlarm read(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new StoredAlarm(
                new AlarmId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "head")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getString("rule_code"),
                row.getInt("rule_version"),
                Reading.read(row.getString("readings")),
                Utc.instant(row, "occurred_at"),
                Utc.instant(row, "raised_at"),
                staff(row, "raised_by"),
                Utc.instant(row, "due_at"),
                row.getBoolean("corrected"),
                answer(row, "acknowledged", null),
                answer(row, "resolved", "resolved_note"));
    }

    private static Alarm.@Nullable Answer answer(ResultSet row, String prefix, @Nullable String note)
            throws SQLException {
        var at = Utc.instantOrNull(row, prefix + "_at");
        return at == null
                ? null
                : new Alarm.Answer(staff(row, prefix + "_by"), at, note == null ? null : row.getString(note));
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        var id = Utc.uuidOrNull(row, column);
        return id == null ? null : new StaffId(id);
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty() ? List.of(NOTHING) : ids.stream().map(Id::value).toList();
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** An alarm to store. */
    record NewAlarm(
            AlarmId id,
            PersonId person,
            CentreId centre,
            @Nullable UnitId unit,
            EscalationRule rule,
            UUID cause,
            @Nullable AssessmentId form,
            List<Reading> readings,
            Instant occurredAt,
            Instant raisedAt,
            @Nullable StaffId raisedBy) {

        Instant dueAt() {
            return raisedAt.plus(rule.within());
        }
    }

    /** An alarm as it is stored, before it is cut to its reader. */
    record StoredAlarm(
            AlarmId id,
            PersonId person,
            CentreId centre,
            @Nullable UnitId unit,
            String rule,
            int ruleVersion,
            List<Reading> readings,
            Instant occurredAt,
            Instant raisedAt,
            @Nullable StaffId raisedBy,
            Instant dueAt,
            boolean corrected,
            Alarm.@Nullable Answer acknowledged,
            Alarm.@Nullable Answer resolved) {

        int version() {
            return 1 + (acknowledged == null ? 0 : 1) + (resolved == null ? 0 : 1);
        }
    }
}
