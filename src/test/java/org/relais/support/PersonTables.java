package org.relais.support;

import java.util.Set;

/**
 * The tables that hold a person's data: every SELECT on one of them needs a committed row in the access log first. A
 * room that makes such a table adds it here. Not listed: the tables by which {@code access} decides.
 */
public final class PersonTables {

    /** Names without schema, lower case. */
    public static final Set<String> MARKED = Set.of(
            "worklist_task",
            "episode_episode",
            "episode_stay",
            "episode_bed_occupancy",
            "episode_event",
            "record_entry",
            "record_draft",
            "assessment_form",
            "assessment_item",
            "assessment_vital_signs",
            "reintegration_step");

    /** The access log, without schema: a row committed here allows what follows. */
    public static final Set<String> LOG = Set.of("access_event");

    private PersonTables() {}
}
