package org.relais.episode;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;

/**
 * Somebody a unit may receive: on its waiting list, or asked for there.
 *
 * @param name null when the person is not known in the reader's centres
 * @param priority null for an enquiry
 * @param since since when they wait, or when they were asked for
 */
public record ExpectedRow(
        EpisodeId id,
        long version,
        PersonId person,
        @Nullable PersonName name,
        EpisodeState state,
        @Nullable Priority priority,
        Instant since) {

    ExpectedRow named(Map<PersonId, PersonName> names) {
        return new ExpectedRow(id, version, person, names.get(person), state, priority, since);
    }
}
