/**
 * The access log: who read or wrote what, when and why. Rows are only ever added, in a schema of their own, and a row
 * is committed before anything is shown. Knows people, staff and things only as ids; no clinical word enters here.
 */
@ApplicationModule(
        displayName = "Access log",
        allowedDependencies = {"shared"})
@NullMarked
package org.relais.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
