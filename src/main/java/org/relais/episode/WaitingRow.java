package org.relais.episode;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * One person on a waiting list.
 *
 * @param name null when the person is not known in the reader's centres
 * @param since since when they wait
 * @param days how many full days that is
 */
public record WaitingRow(
        EpisodeId id,
        long version,
        PersonId person,
        @Nullable PersonName name,
        CentreId centre,
        UnitId unit,
        EpisodeKind kind,
        Priority priority,
        @Nullable String reason,
        Instant since,
        long days) {

    WaitingRow named(Map<PersonId, PersonName> names) {
        return new WaitingRow(
                id, version, person, names.get(person), centre, unit, kind, priority, reason, since, days);
    }
}
