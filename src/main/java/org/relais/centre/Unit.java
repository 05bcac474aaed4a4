package org.relais.centre;

import java.util.List;

import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/** One unit of a centre, with its beds in the order of their rooms; empty where nobody stays overnight. */
public record Unit(UnitId id, CentreId centre, String name, UnitKind kind, List<Bed> beds) {

    public Unit {
        beds = List.copyOf(beds);
    }
}
