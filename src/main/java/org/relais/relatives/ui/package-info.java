/** The screens of contacts with relatives: their section of the record, and letters as they are printed. */
@ApplicationModule(
        displayName = "Relatives screens",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "uikit",
            "record",
            "record :: page",
            "relatives"
        })
@NullMarked
package org.relais.relatives.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
