/**
 * What the person brings along: problems, medication, encounters and observations from elsewhere, as they were given.
 * Rows are inserted and never changed, each with the system it came from; the same fact of the same source is stored
 * once. Nothing here is an order, a score or a decision of this service.
 */
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"shared", "centre", "staff", "audit", "access"})
@NullMarked
package org.relais.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
