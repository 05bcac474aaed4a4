package org.relais.centre;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.ServiceDay;
import org.relais.shared.UnitId;

/**
 * One centre with its units.
 *
 * @param code short and stable, for files and exports
 * @param serviceDay the centre's time zone and the local time at which its day begins
 * @param countryProfile the set of country rules it follows: {@code FR}, {@code SE} or {@code DEFAULT}
 */
public record Centre(
        CentreId id,
        String code,
        String name,
        CentreKind kind,
        ServiceDay serviceDay,
        String countryProfile,
        @Nullable String telephone,
        List<Unit> units) {

    public Centre {
        units = List.copyOf(units);
    }

    public Optional<Unit> unit(UnitId id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }
}
