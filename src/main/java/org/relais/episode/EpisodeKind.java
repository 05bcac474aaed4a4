package org.relais.episode;

import java.util.Locale;

/** Whether people stay overnight in the unit of the episode; follows from the unit. */
public enum EpisodeKind {
    INPATIENT,
    OUTPATIENT;

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.kind." + name().toLowerCase(Locale.ROOT);
    }
}
