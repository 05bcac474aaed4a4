/**
 * The head of the record: identity or alias and their history, relatives and what each may be told, alerts, contacts,
 * possible duplicates, and the search for people. Touch here what says who a person is; what is done with them is in
 * the rooms above.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"shared", "rules", "centre", "staff", "access", "audit"})
@NullMarked
package org.relais.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
