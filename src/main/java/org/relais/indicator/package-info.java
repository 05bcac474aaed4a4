/**
 * Indicators: what each measures, exactly, as data; the facts that rooms contribute; and the sums of these facts by day
 * and month, from which a year of many centres is read in a few rows. Of the facts this room knows nothing but where,
 * when and how they count: what they mean stands in the room that contributes them, and they can be worked out anew
 * from there at any time.
 */
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {"shared", "rules", "centre", "staff", "access", "audit"})
@NullMarked
package org.relais.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
