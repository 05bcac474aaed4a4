/** The section of the record about confidentiality, and the requests to take part in a person's care. */
@ApplicationModule(
        displayName = "Privacy, screens",
        allowedDependencies = {
            "privacy",
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "episode",
            "record",
            "record :: page",
            "uikit"
        })
@NullMarked
package org.relais.privacy.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
