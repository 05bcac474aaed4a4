/** The screens of a person's situation: its page on the record, rating needs, and the rights across people. */
@ApplicationModule(
        displayName = "Social situation screens",
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
            "plan",
            "situation",
            "situation :: page"
        })
@NullMarked
package org.relais.situation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
