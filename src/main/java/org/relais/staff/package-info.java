/**
 * Who is acting: members of staff, their role and discipline, the centres and units they work in, dated functions.
 * The sign-in gives a user name; everything else comes from here.
 */
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"shared", "centre", "audit"})
@NullMarked
package org.relais.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
