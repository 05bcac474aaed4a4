package org.relais.support;

import java.util.Set;

/**
 * The tables that hold a person's data: every SELECT on one of them needs a committed row in the access log first. A
 * room that makes such a table adds it here. Not listed: the tables by which {@code access} decides.
 */
public final class PersonTables {

    /** Names without schema, lower case. */
    public static final Set<String> MARKED = Set.of(
            "assessment_form",
            "assessment_item",
            "assessment_part",
            "assessment_taken_back",
            "assessment_vital_signs",
            "detox_act",
            "detox_episode",
            "detox_omission",
            "episode_bed",
            "episode_bed_event",
            "episode_bed_occupancy",
            "episode_episode",
            "episode_event",
            "episode_hand_over_draft",
            "episode_stay",
            "episode_transfer",
            "escalation_act",
            "escalation_alarm",
            "escalation_correction",
            "escalation_event",
            "escalation_turn",
            "exchange_item",
            "exchange_referral",
            "exchange_source",
            "history_encounter",
            "history_medication",
            "history_observation",
            "history_problem",
            "medication_administration",
            "medication_finding",
            "medication_order",
            "medication_recheck",
            "medication_slot",
            "medication_stop",
            "medication_turn",
            "person_alert",
            "person_centre",
            "person_contact",
            "person_identifier",
            "person_identity",
            "person_merged",
            "person_merged_centre",
            "person_name_key",
            "person_person",
            "person_relative",
            "person_relative_version",
            "record_draft",
            "record_entry",
            "reintegration_step",
            "reintegration_step_change",
            "therapy_process_addendum",
            "therapy_process_note",
            "therapy_session",
            "ultrarapid_point",
            "ultrarapid_procedure",
            "worklist_task");

    /**
     * Tables without a person's data, and those by which {@code access} itself decides. A new table stands in one of
     * the two lists: a test compares them with the schema.
     */
    public static final Set<String> UNMARKED = Set.of(
            "access_care_relation",
            "access_emergency",
            "access_lock",
            "access_merge",
            "access_notice",
            "access_person",
            "access_protection",
            "access_protection_staff",
            "access_request",
            "access_sharing_consent",
            "centre_bed",
            "centre_centre",
            "centre_room",
            "centre_unit",
            "detox_display",
            "detox_news",
            "escalation_news",
            "escalation_open",
            "oversight_finding",
            "oversight_sample",
            "oversight_sample_row",
            "oversight_sample_signature",
            "oversight_sample_verdict",
            "oversight_verdict",
            "oversight_watch",
            "oversight_watch_cursor",
            "oversight_checkpoint",
            "oversight_report_answer",
            "oversight_report_file",
            "oversight_report_redaction",
            "oversight_report_request",
            "oversight_rights_review",
            "staff_assignment",
            "staff_function",
            "staff_home",
            "staff_identity",
            "staff_member",
            "staff_preference",
            "ultrarapid_permission");

    /** The access log, without schema: a row committed here allows what follows; a shown page names people in the second. */
    public static final Set<String> LOG = Set.of("access_event", "access_shown");

    private PersonTables() {}
}
