/**
 * Versioned rule files: registered, loaded and validated at start, looked up by code and version. A room that owns a
 * kind of rule says how it is parsed and checked; this room holds no threshold and knows no kind by name.
 */
@ApplicationModule(
        displayName = "Rule files",
        allowedDependencies = {"shared"})
@NullMarked
package org.relais.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
