/**
 * The demonstration: a real MariaDB started beside the portal, and the service shown in it. Nothing here runs against
 * any other database, and nothing here is in the production jar.
 */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {"shared", "centre", "staff", "access"})
@NullMarked
package org.relais.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
