package org.relais.episode;

import java.util.Locale;

/** What was done with an episode. */
public enum EpisodeAct {
    ENQUIRED,
    PUT_ON_WAITING_LIST,
    PRIORITY_CHANGED,
    ADMITTED,
    OUTPATIENT_STARTED,
    BED_CHANGED,
    TRANSFERRED,
    /** What a centre told the other one with a transfer. */
    HANDED_OVER,
    DISCHARGED;

    /** As the type of a line in the record, such as {@code episode.admitted}. */
    public String type() {
        return "episode." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.entry." + type().substring("episode.".length());
    }
}
