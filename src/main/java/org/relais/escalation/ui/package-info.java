/**
 * The screens of escalation: open alarms above the record, a person's alarms as a section of it, those of one's centres
 * as a page, and what stands in the timeline.
 */
@ApplicationModule(
        displayName = "Escalation screens",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "person",
            "episode",
            "record",
            "record :: page",
            "assessment",
            "assessment :: page",
            "escalation",
            "uikit"
        })
@NullMarked
package org.relais.escalation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
