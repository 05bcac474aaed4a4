package org.relais.episode;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.person.PersonName;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;

/**
 * One bed of a unit and who is in it.
 *
 * @param taken whether it cannot be given to anybody: somebody is in it, who may be hidden from the reader
 * @param person who; null when the bed is free, for a reader of counts only, and when they are protected
 * @param name null as the person is, and when they are not known in the reader's centres
 * @param version of the episode, to send back with the next act on it; 0 without one
 * @param since when the stay in the unit's centre began
 * @param day of the stay in service days, 1 on the first; 0 when free
 * @param state how the bed stands, and for whom it is kept
 */
public record BedRow(
        Bed bed,
        boolean taken,
        @Nullable PersonId person,
        @Nullable PersonName name,
        @Nullable EpisodeId episode,
        long version,
        @Nullable Instant since,
        int day,
        BedState state) {

    /** Who is in it, or for whom it is kept; null when nobody is named. */
    @Nullable
    PersonId named() {
        var kept = state.reservation();
        return person != null ? person : kept == null ? null : kept.person();
    }

    BedRow named(Map<PersonId, PersonName> names) {
        var kept = state.reservation();
        return new BedRow(
                bed,
                taken,
                person,
                person == null ? null : names.get(person),
                episode,
                version,
                since,
                day,
                kept == null ? state : state.with(kept.named(names)));
    }
}
