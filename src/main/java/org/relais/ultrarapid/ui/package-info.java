/** The screens of ultra-rapid detox: permissions of centres, and a person's checklist. Absent while switched off. */
@ApplicationModule(
        displayName = "Ultra-rapid detox screens",
        allowedDependencies = {
            "ultrarapid",
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "record",
            "record :: page",
            "assessment",
            "uikit"
        })
@NullMarked
package org.relais.ultrarapid.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
