/**
 * The application frame: layout, menu, command palette, sign-in and error pages. It knows no care room: what it shows of
 * them comes through the menu annotations and the interfaces of the design system.
 */
@ApplicationModule(
        displayName = "Application frame",
        allowedDependencies = {"shared", "uikit", "centre", "staff", "access"})
@NullMarked
package org.relais.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
