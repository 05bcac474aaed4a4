package org.relais.episode;

import java.util.Locale;

/** Where a transfer between two centres stands on a day. */
public enum TransferState {
    /** The centre that cares asked; the other one has not answered. */
    REQUESTED,
    /** The other centre expects the person, and takes part in the care. */
    ACCEPTED,
    /** A guest, in the days agreed: the unit takes part in the care. */
    PRESENT,
    /** Carried out: the episode goes on in the other centre. */
    ARRIVED,
    /** The other centre said no, and why. */
    REFUSED,
    /** The asking centre took it back, or its episode ended otherwise. */
    WITHDRAWN,
    /** The days of a guest are over, or either end closed them early and said why. */
    ENDED;

    /** Whether either end has something to do still. */
    public boolean live() {
        return this == REQUESTED || this == ACCEPTED || this == PRESENT;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.transfer.state." + name().toLowerCase(Locale.ROOT);
    }
}
