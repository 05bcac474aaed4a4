/** The screens of withdrawal monitoring: the ward board, and a person's withdrawals on the record page. */
@ApplicationModule(
        displayName = "Detox screens",
        allowedDependencies = {
            "detox",
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "person",
            "episode",
            "record",
            "record :: page",
            "history",
            "assessment",
            "assessment :: page",
            "escalation",
            "uikit"
        })
@NullMarked
package org.relais.detox.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
