/**
 * My day: what one member of staff has to do, across all people and rooms, by how close it is due. Gathers, holds
 * nothing of its own.
 */
@ApplicationModule(
        displayName = "My day",
        allowedDependencies = {"shared", "centre", "staff", "access", "person", "worklist", "episode", "agenda"})
@NullMarked
package org.relais.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
