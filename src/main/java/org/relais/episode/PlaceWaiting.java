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
 * Somebody who waits for a place, in whichever centre. Of people the reader may not know, only where they wait, how
 * urgent it is and since when.
 *
 * @param person null for a reader who may not know who it is
 * @param name null as the person is
 * @param reason why this priority; null as the person is
 * @param days how many full days they wait
 * @param offer how the offer of a place stands that they have; null without one
 */
public record PlaceWaiting(
        EpisodeId id,
        long version,
        @Nullable PersonId person,
        @Nullable PersonName name,
        CentreId centre,
        UnitId unit,
        EpisodeKind kind,
        Priority priority,
        @Nullable String reason,
        Instant since,
        long days,
        @Nullable PlaceOfferState offer) {

    PlaceWaiting named(Map<PersonId, PersonName> names) {
        var known = person == null ? null : names.get(person);
        return new PlaceWaiting(
                id,
                version,
                known == null ? null : person,
                known,
                centre,
                unit,
                kind,
                priority,
                known == null ? null : reason,
                since,
                days,
                offer);
    }
}
