/**
 * Instruments, vital signs and observations: filled in, scored, banded, trended. What an instrument asks and where its
 * bands lie is data ({@code rules/instrument}, {@code rules/early-warning}, {@code rules/vital-sign-limits}); the
 * engines here are pure and hold no threshold. A new instrument is a new file, a changed one a new version of it. What
 * was signed is never changed: a correction is a new row that supersedes the old one.
 */
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit", "access", "person", "record"})
@NullMarked
package org.relais.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
