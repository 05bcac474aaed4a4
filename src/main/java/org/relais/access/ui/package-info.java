/** The access rules as those who answer for them read them. */
@ApplicationModule(
        displayName = "Access: screens",
        allowedDependencies = {"access", "shared", "rules", "staff", "uikit"})
@NullMarked
package org.relais.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
