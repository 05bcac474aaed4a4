/** The screens about who people are: the list and search, registration, identity and circle, and the palette's answers. */
@ApplicationModule(
        displayName = "People, screens",
        allowedDependencies = {"person", "access", "centre", "staff", "shared", "uikit"})
@NullMarked
package org.relais.person.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
