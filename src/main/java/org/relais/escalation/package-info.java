/**
 * Escalation: what of an observation, an event or a fact of another room asks somebody to come, how soon, and whom. The
 * rules are data ({@code rules/escalation}), the engine that applies them is pure and holds no threshold. An alarm, and
 * what was answered to it, is only ever added to; whose turn it is to answer follows from the clock and these rows, so
 * that no job must have run.
 */
@ApplicationModule(
        displayName = "Escalation",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "worklist",
            "record",
            "assessment"
        })
@NullMarked
package org.relais.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
