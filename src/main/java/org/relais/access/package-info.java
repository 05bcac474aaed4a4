/**
 * Who may see what, and why: the policy matrix, care relations, consents, locks, protected people, emergency access,
 * merged records, and the two passes made of them, Grant and Scope. Nothing of a person leaves any room without one.
 * Other rooms write these tables only through the commands here.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit"})
@NullMarked
package org.relais.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
