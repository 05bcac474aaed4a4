/**
 * Where a person stands in life: their needs rated in thirteen domains, coded states with from and to dates, the budget
 * of a month, rights and benefits with their dates. Rows are inserted and never changed; a correction is a new row that
 * points at the old one. What is asked, which answers there are and when somebody is reminded is data
 * ({@code rules/needs-matrix}, {@code rules/situation-states}, {@code rules/social-budget}, {@code rules/social-rights}).
 * What other rooms make of a need they contribute through {@code situation.page}.
 */
@ApplicationModule(
        displayName = "Social situation",
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
            "uikit"
        })
@NullMarked
package org.relais.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
