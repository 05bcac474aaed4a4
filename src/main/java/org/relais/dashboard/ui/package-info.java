/** The screens of the dashboard. */
@ApplicationModule(
        displayName = "Dashboard: screens",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "audit",
            "person",
            "indicator",
            "dashboard",
            "uikit"
        })
@NullMarked
package org.relais.dashboard.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
