/**
 * What comes after the end of a treatment: whether the person agreed to be contacted, the contacts at the months of the
 * rule with everything that was tried, and the way back without a waiting list for whoever returns to use. Nobody is
 * followed up who did not agree; who makes the contacts takes part in the care for as long as they are to be made.
 */
@ApplicationModule(
        displayName = "Aftercare",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "indicator",
            "person",
            "episode",
            "record",
            "worklist",
            "plan",
            "agenda"
        })
@NullMarked
package org.relais.aftercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
