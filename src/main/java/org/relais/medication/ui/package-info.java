/**
 * The screens of medication: a person's sheet on the record page, signing and stopping orders, giving doses or saying
 * why not, and the medication round of a unit.
 */
@ApplicationModule(
        displayName = "Medication screens",
        allowedDependencies = {
            "medication",
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
            "uikit"
        })
@NullMarked
package org.relais.medication.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
