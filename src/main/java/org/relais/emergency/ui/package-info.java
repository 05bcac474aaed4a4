/** The screens of emergency access: the dialog, the banner, the messages to colleagues, and the page of reviews. */
@ApplicationModule(
        displayName = "Emergency access screens",
        allowedDependencies = {"shared", "centre", "staff", "access", "person", "audit", "uikit", "emergency"})
@NullMarked
package org.relais.emergency.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
