/**
 * The way back into housing, rights, training and work: the steps agreed with a person, each with a status, a due day
 * and somebody responsible. What was said of a step on the way is kept row by row and stands in the record.
 */
@ApplicationModule(
        displayName = "Reintegration",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "episode",
            "record",
            "worklist",
            "plan",
            "situation"
        })
@NullMarked
package org.relais.reintegration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
