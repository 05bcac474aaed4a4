/** The screens of treatment demand: what is asked on the record page, and the file of a year. */
@ApplicationModule(
        displayName = "Treatment demand screens",
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
            "history",
            "situation",
            "demand"
        })
@NullMarked
package org.relais.demand.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
