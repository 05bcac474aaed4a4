/**
 * What a person agreed to, closed or is protected by, and who else takes part in their care for a time: the screens of
 * {@code access}, which decides and keeps all of it. Touch here how it is told and asked, never who may see what.
 */
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"shared", "access"})
@NullMarked
package org.relais.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
