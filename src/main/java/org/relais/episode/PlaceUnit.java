package org.relais.episode;

import java.util.List;
import java.util.Map;

import org.relais.centre.Unit;
import org.relais.person.PersonName;
import org.relais.shared.PersonId;

/**
 * A unit and its places.
 *
 * @param beds in the order of their rooms; empty where nobody stays overnight
 * @param expected what should become free within {@value PlaceLists#DAYS_AHEAD} days, the first first
 */
public record PlaceUnit(Unit unit, List<BedRow> beds, List<ExpectedFree> expected) {

    public PlaceUnit {
        beds = List.copyOf(beds);
        expected = List.copyOf(expected);
    }

    PlaceUnit named(Map<PersonId, PersonName> names) {
        return new PlaceUnit(
                unit,
                beds.stream().map(bed -> bed.named(names)).toList(),
                expected.stream().map(one -> one.named(names)).toList());
    }
}
