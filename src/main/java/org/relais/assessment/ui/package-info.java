/**
 * The screens of instruments and vital signs: what they add to the composer, the timeline and the sections of the
 * record page. Nothing here scores; the running total is the engine's.
 */
@ApplicationModule(
        displayName = "Assessment screens",
        allowedDependencies = {
            "assessment",
            "assessment :: page",
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "record",
            "record :: page",
            "uikit"
        })
@NullMarked
package org.relais.assessment.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
