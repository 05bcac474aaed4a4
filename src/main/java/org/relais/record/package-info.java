/**
 * The one shared record: its timeline, notes from draft to addendum, who has it open, and the page frame with the
 * interfaces by which care rooms contribute to it. An entry is never changed; a correction is a new row that points
 * at the old one. The room does not know the sections of its page.
 */
@ApplicationModule(
        displayName = "Record",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "worklist",
            "indicator",
            "episode",
            "uikit"
        })
@NullMarked
package org.relais.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
