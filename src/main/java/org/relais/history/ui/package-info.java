/** The person's history on the record page. */
@ApplicationModule(
        displayName = "History on the record page",
        allowedDependencies = {
            "history",
            "rules",
            "record",
            "record :: page",
            "uikit",
            "shared",
            "centre",
            "staff",
            "access"
        })
@NullMarked
package org.relais.history.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
