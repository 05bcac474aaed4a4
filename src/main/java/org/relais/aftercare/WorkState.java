package org.relais.aftercare;

import java.util.Locale;

/** Where the person stands with work: the groups of the ILO (domain reference F.5). */
public enum WorkState {
    EMPLOYED,
    UNEMPLOYED,
    OUTSIDE,
    UNKNOWN;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.work." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
