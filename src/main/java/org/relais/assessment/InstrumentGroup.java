package org.relais.assessment;

import java.util.Locale;

/** What an instrument is about, in the order in which groups are offered. */
public enum InstrumentGroup {
    WITHDRAWAL,
    SAFETY,
    SUBSTANCE_USE,
    MENTAL_HEALTH,
    BEHAVIOUR,
    FOLLOW_UP;

    /** The key of its word in the bundles. */
    public String key() {
        return "assessment.group." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
