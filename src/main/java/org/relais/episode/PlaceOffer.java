package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.PlaceOfferId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One offer of a place, live or ended.
 *
 * @param version to send back with the next act on it
 * @param episode the waiting it answers
 * @param person null for a reader who may not know who it is
 * @param name null as the person is
 * @param fromCentre whose list the person was on
 * @param bed null: a place in the unit, no bed yet
 * @param beginsOn service day of the centre that offers
 * @param holdsUntil unanswered by then it lapses
 * @param accepted null while the person has not
 * @param ended null while it is live
 * @param endedBy null when nobody did, as when it lapsed
 * @param reason why it was declined or withdrawn; null as the person is
 */
public record PlaceOffer(
        PlaceOfferId id,
        long version,
        EpisodeId episode,
        @Nullable PersonId person,
        @Nullable PersonName name,
        CentreId fromCentre,
        UnitId fromUnit,
        CentreId toCentre,
        UnitId toUnit,
        @Nullable BedId bed,
        LocalDate beginsOn,
        Instant holdsUntil,
        PlaceOfferState state,
        Instant offered,
        StaffId offeredBy,
        @Nullable Instant accepted,
        @Nullable Instant ended,
        @Nullable StaffId endedBy,
        @Nullable PlaceOfferCause cause,
        @Nullable String reason) {

    /** As it stands at that moment: an unanswered offer whose time is over has lapsed, whether or not that is kept yet. */
    PlaceOffer at(Instant now) {
        return state == PlaceOfferState.OFFERED && !holdsUntil.isAfter(now)
                ? new PlaceOffer(
                        id,
                        version,
                        episode,
                        person,
                        name,
                        fromCentre,
                        fromUnit,
                        toCentre,
                        toUnit,
                        bed,
                        beginsOn,
                        holdsUntil,
                        PlaceOfferState.EXPIRED,
                        offered,
                        offeredBy,
                        accepted,
                        holdsUntil,
                        null,
                        cause,
                        reason)
                : this;
    }

    /** With the name where it is known, otherwise about nobody. */
    PlaceOffer named(Map<PersonId, PersonName> names) {
        var known = person == null ? null : names.get(person);
        return new PlaceOffer(
                id,
                version,
                episode,
                known == null ? null : person,
                known,
                fromCentre,
                fromUnit,
                toCentre,
                toUnit,
                bed,
                beginsOn,
                holdsUntil,
                state,
                offered,
                offeredBy,
                accepted,
                ended,
                endedBy,
                cause,
                known == null ? null : reason);
    }
}
