/**
 * Medication: signed orders, what is due from them, and what was given. An order is never changed once signed; a change
 * is an order that replaces it. Doses are proposed from signed orders only, by pure functions that hold no limit of
 * their own: limits are in the orders and in {@code rules/medication-limits}. What was given or not is insert-only.
 */
@ApplicationModule(
        displayName = "Medication",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "record",
            "worklist",
            "assessment"
        })
@NullMarked
package org.relais.medication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
