/**
 * Withdrawal monitoring: episodes of detox under a protocol, the clock that says when each observation is due, late or
 * missed, and the ward board. What a protocol asks is data ({@code rules/detox-protocol}), and so are the allowances of
 * the clock ({@code rules/observation-timing}). The state of an observation is never stored: {@link
 * org.relais.detox.ObservationClock} derives it from what was done, so that nothing depends on a job having run.
 */
@ApplicationModule(
        displayName = "Detox",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "indicator",
            "person",
            "worklist",
            "episode",
            "record",
            "history",
            "assessment",
            "escalation",
            "medication"
        })
@NullMarked
package org.relais.detox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
