package org.relais.episode;

import java.util.Locale;

/** Where an offer of a place stands. */
public enum PlaceOfferState {
    OFFERED,
    /** The person comes; the place is kept until they do. */
    ACCEPTED,
    TAKEN_UP,
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    WITHDRAWN;

    /** Whether the place is kept by it. */
    public boolean live() {
        return this == OFFERED || this == ACCEPTED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.offer.state." + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
