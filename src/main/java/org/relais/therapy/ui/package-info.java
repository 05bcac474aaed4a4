/** What psychological care contributes to the record page: its section, its composer and how its entries look. */
@ApplicationModule(
        displayName = "Therapy on the record page",
        allowedDependencies = {"therapy", "record", "record :: page", "uikit", "shared", "centre", "staff", "access"})
@NullMarked
package org.relais.therapy.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
