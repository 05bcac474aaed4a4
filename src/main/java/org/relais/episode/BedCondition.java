package org.relais.episode;

import java.util.Locale;

/** How a bed stands, whoever it is for. */
public enum BedCondition {
    READY,
    /** Somebody left it, or it opens again. */
    TO_CLEAN,
    /** Nobody is put into it, for instance while it is repaired. */
    CLOSED;

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.bed." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
