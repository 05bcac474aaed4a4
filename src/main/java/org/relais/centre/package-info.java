/**
 * The centres of the service: units, rooms, beds, time zone, opening and country profile. Reference data of the
 * house, without any person.
 */
@ApplicationModule(
        displayName = "Centres",
        allowedDependencies = {"shared", "audit"})
@NullMarked
package org.relais.centre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
