/**
 * From the first enquiry to the discharge: waiting list, admission, inpatient stay and bed, outpatient follow-up,
 * transfer. Its acts begin and end the care relations of units; other rooms read the state of a person's care here and
 * hear of every act by an event within the same transaction.
 */
@ApplicationModule(
        displayName = "Care episodes",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "access",
            "person",
            "worklist",
            "audit",
            "indicator"
        })
@NullMarked
package org.relais.episode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
