package org.relais.episode;

import java.util.Locale;

/** How urgent a place is, most urgent first. Who decides writes why. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW;

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.priority." + name().toLowerCase(Locale.ROOT);
    }
}
