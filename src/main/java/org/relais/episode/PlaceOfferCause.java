package org.relais.episode;

import java.util.Locale;

/** What ended an offer that nobody ended by itself. */
public enum PlaceOfferCause {
    /** The reservation of its bed was taken back. */
    BED_RELEASED,
    /** Its bed was given to somebody else, with a reason. */
    BED_GIVEN,
    /** The person was admitted to another place. */
    ADMITTED_ELSEWHERE,
    /** The person no longer waits. */
    WAITING_ENDED;

    /** The key of its words in the bundles. */
    public String key() {
        return "episode.offer.cause." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
