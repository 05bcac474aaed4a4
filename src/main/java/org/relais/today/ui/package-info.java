/** The screen of my day. */
@ApplicationModule(
        displayName = "My day: screen",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "worklist",
            "episode",
            "agenda",
            "today",
            "uikit"
        })
@NullMarked
package org.relais.today.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
