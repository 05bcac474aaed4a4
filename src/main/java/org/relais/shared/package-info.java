/**
 * What every room speaks: ids, days, ranges, the verdict of a rule, domain errors. No Spring, no Vaadin, no business
 * decision. Touch it only for a word that at least two rooms need.
 */
@ApplicationModule(
        displayName = "Shared words",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.relais.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
