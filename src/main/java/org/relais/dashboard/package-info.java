/**
 * What a coordinator sees of their centres: what needs a decision now, and how the indicators stand, every number with
 * the list behind it. Beside it
 * what an auditor sees of all centres, without small counts and without lists. Gathers, holds nothing of its own.
 */
@ApplicationModule(
        displayName = "Dashboard",
        allowedDependencies = {"shared", "rules", "centre", "staff", "access", "audit", "person", "indicator"})
@NullMarked
package org.relais.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
