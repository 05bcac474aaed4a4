/** The screens of aftercare: a person's follow-up on the record page, and the contacts to be made across people. */
@ApplicationModule(
        displayName = "Aftercare screens",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "person",
            "episode",
            "uikit",
            "record",
            "record :: page",
            "plan",
            "agenda",
            "aftercare"
        })
@NullMarked
package org.relais.aftercare.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
