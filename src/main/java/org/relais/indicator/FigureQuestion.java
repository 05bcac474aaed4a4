package org.relais.indicator;

import java.util.Set;

import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/**
 * Of which places figures are asked for.
 *
 * @param centres at least one
 * @param units only these units of the centres; empty for all, and for what belongs to no unit
 */
public record FigureQuestion(Set<CentreId> centres, Set<UnitId> units) {

    public FigureQuestion {
        centres = Set.copyOf(centres);
        units = Set.copyOf(units);
        if (centres.isEmpty()) {
            throw new IllegalArgumentException("Figures are asked for at least one centre");
        }
    }

    /** Whether what counts there is asked for. */
    public boolean asks(Place place) {
        var unit = place.unit();
        return centres.contains(place.centre()) && (units.isEmpty() || unit != null && units.contains(unit));
    }
}
