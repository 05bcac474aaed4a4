/**
 * Who outside the service can help, and what staff hand out: the partner services with what they offer, and the library
 * of printable sheets. Holds no person's data; touch here what is true of a partner whoever is referred there.
 */
@ApplicationModule(
        displayName = "Partner directory",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit", "access"})
@NullMarked
package org.relais.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
