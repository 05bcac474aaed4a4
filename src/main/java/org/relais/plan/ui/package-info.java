/**
 * The screens of the care plan: the section of the record page, its column beside the timeline, the thread from entries
 * to goals, and the sheet that the person takes home.
 */
@ApplicationModule(
        displayName = "Care plan screens",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "person",
            "uikit",
            "record",
            "record :: page",
            "plan"
        })
@NullMarked
package org.relais.plan.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
