package org.relais.episode;

import java.util.Locale;

/** Where an episode stands. */
public enum EpisodeState {
    /** Somebody asked; nothing is decided. */
    ENQUIRY,
    /** On the waiting list of a unit. */
    WAITING,
    /** In treatment: staying in the unit, or followed by it. */
    OPEN,
    /** Ended, with a reason. */
    CLOSED;

    /** Whether the unit still has something to do here. */
    public boolean live() {
        return this != CLOSED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.state." + name().toLowerCase(Locale.ROOT);
    }
}
