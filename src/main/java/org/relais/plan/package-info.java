/**
 * The one care plan of a person: the goals in their own words, what each profession does for them, and the thread from
 * any act of the record to the goal it served. How a goal stood on the way is kept row by row and stands in the record.
 */
@ApplicationModule(
        displayName = "Care plan",
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
            "worklist"
        })
@NullMarked
package org.relais.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
