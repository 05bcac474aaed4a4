/**
 * The design system: what every screen is drawn with, and the interfaces by which rooms contribute to the frame. No
 * business word may stand in a name here; colours and sizes come from the style sheets, never from a component.
 */
@ApplicationModule(
        displayName = "Design system",
        allowedDependencies = {"shared"})
@NullMarked
package org.relais.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
