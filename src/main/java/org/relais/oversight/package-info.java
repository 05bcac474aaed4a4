/**
 * The auditor's desk: the access log read, unusual accesses found by rules and concluded, the monthly sample, the rights
 * review, and a person's own report. A read model of ids, closed words and times: no clinical word can reach it.
 */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"shared", "rules", "centre", "staff", "access", "person", "audit"})
@NullMarked
package org.relais.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
