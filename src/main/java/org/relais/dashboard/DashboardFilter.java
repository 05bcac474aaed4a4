package org.relais.dashboard;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.indicator.Period;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/**
 * Of which places and days figures are shown.
 *
 * @param centres empty for all of the asker's
 * @param unit one unit; null for all of the centres, and for what belongs to no unit
 */
public record DashboardFilter(
        Set<CentreId> centres, @Nullable UnitId unit, Period period) {

    public DashboardFilter {
        centres = Set.copyOf(centres);
    }
}
