/**
 * The auditor's desk: who opened what, when and why, whether that was rightful, and whether the log is whole. Reads the
 * access log, who holds which rights, and the numbers of records; no word of anybody's care comes here, and nothing
 * here may ask a room that has one.
 */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"shared", "rules", "centre", "staff", "access", "person", "audit"})
@NullMarked
package org.relais.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
