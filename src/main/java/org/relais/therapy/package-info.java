/**
 * Psychological care: individual sessions with a progress note for the team and, if there is one, a process note for
 * its author alone. What is signed is never changed. The words of a process note stand in no table but this room's,
 * and leave it only towards their author (PRI-01).
 */
@ApplicationModule(
        displayName = "Therapy",
        allowedDependencies = {"shared", "centre", "staff", "audit", "access", "record"})
@NullMarked
package org.relais.therapy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
