/** Who works where. */
@ApplicationModule(
        displayName = "Staff: screens",
        allowedDependencies = {"staff", "shared", "centre", "uikit"})
@NullMarked
package org.relais.staff.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
