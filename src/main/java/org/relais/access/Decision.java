package org.relais.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * What was decided.
 *
 * @param basis what it rests on, for the log
 * @param head the record that stands for the person
 * @param people that record and those it absorbed
 * @param units the one unit in which the actor meets the person, by centre
 * @param shared the sections whose entries of other centres may be read
 * @param locked the sections the person closed to the actor
 * @param lockedUnits the units whose writing the person closed to the actor
 * @param emergencyUntil when an emergency access of the actor ends; null when there is none
 * @param endsAt when the first fact ends by itself; null when none does
 */
record Decision(
        boolean allowed,
        String basis,
        @Nullable PersonId head,
        Set<PersonId> people,
        Map<Section, Level> levels,
        Set<Section> writable,
        Set<CentreId> centres,
        Map<CentreId, UnitId> units,
        Set<Section> shared,
        Set<Section> locked,
        Set<UnitId> lockedUnits,
        @Nullable Instant emergencyUntil,
        @Nullable Instant endsAt,
        long personVersion) {

    static Decision denied(String basis) {
        return new Decision(
                false, basis, null, Set.of(), Map.of(), Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), Set.of(),
                null, null, 0);
    }
}
