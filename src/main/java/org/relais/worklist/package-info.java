/**
 * Tasks between professions: what is due for a person, for whom, and since when it is late; and the contract by which
 * rooms add to "my day". A task is not a clinical fact: what was done stands where it was done. Its rows are kept.
 */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit", "access", "person"})
@NullMarked
package org.relais.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
