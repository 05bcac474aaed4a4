/**
 * Appointments of persons, staff and rooms, and groups with their sessions: who is expected where and when, who came,
 * and that nobody and no room is promised twice. Of another centre's appointments only that somebody is busy shows.
 */
@ApplicationModule(
        displayName = "Agenda",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "indicator",
            "person",
            "episode",
            "record",
            "worklist"
        })
@NullMarked
package org.relais.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
