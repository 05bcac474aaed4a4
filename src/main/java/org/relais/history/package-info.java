/**
 * What the person brings along: problems, medication, encounters and observations from elsewhere, as they were given,
 * and the substances they use, as they told. Rows are inserted and never changed; what came from elsewhere says from
 * which system, and the same fact of the same source is stored once. Nothing here is an order, a score or a decision of
 * this service. What a substance profile asks is data ({@code rules/substance-list}).
 */
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit", "access", "person", "record"})
@NullMarked
package org.relais.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
