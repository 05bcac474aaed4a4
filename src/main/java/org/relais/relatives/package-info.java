/**
 * Contacts with the people close to a person, within what each may be told: calls, visits, letters, and the support they
 * were offered. Screen, print and letter obey what the person agreed to; what was told beyond it needs a reason and is
 * shown to the key worker. What a relative says stays theirs: it is marked, and never copied into the record.
 */
@ApplicationModule(
        displayName = "Relatives",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit", "access", "person", "record", "worklist"})
@NullMarked
package org.relais.relatives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
