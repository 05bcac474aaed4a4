/** What the demonstration shows beside the sign-in. */
@ApplicationModule(
        displayName = "Demonstration screens",
        allowedDependencies = {"demo", "shared", "staff", "shell", "uikit"})
@NullMarked
package org.relais.demo.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
