package org.relais.assessment;

import java.util.Locale;

/** How a use changed between the start of a treatment and a later form. */
public enum SinceStart {
    NEVER,
    ABSTINENT,
    REDUCED,
    SAME,
    INCREASED;

    /** Compares days of use, or any count, at the start with those of a review. */
    public static SinceStart of(int start, int review) {
        if (review == 0) {
            return start == 0 ? NEVER : ABSTINENT;
        }
        if (review == start) {
            return SAME;
        }
        return review < start ? REDUCED : INCREASED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "assessment.since-start." + name().toLowerCase(Locale.ROOT);
    }
}
