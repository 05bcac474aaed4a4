/**
 * The Treatment Demand Indicator (domain reference H.1): what is asked at the beginning of a treatment and nowhere else,
 * who counts as a client of a year, and the files that leave the house. What other rooms ask is read from them. An
 * answer is inserted and never changed. What is asked, whom the case rule counts and which tables are made is data
 * ({@code rules/treatment-demand}). Nobody's name leaves: clients have a keyed pseudonym of the year, and small counts
 * of tables are hidden.
 */
@ApplicationModule(
        displayName = "Treatment demand",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "episode",
            "worklist",
            "record",
            "history",
            "situation"
        })
@NullMarked
package org.relais.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
