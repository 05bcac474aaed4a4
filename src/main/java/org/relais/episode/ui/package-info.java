/** The screens of care episodes: one person's path, the waiting list, the beds, and the dialogs of the acts. */
@ApplicationModule(
        displayName = "Care episodes: screens",
        allowedDependencies = {"shared", "centre", "staff", "access", "person", "episode", "uikit"})
@NullMarked
package org.relais.episode.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
