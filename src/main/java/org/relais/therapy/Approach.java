package org.relais.therapy;

import java.util.Locale;

/** How a session is worked (domain reference E.1). */
public enum Approach {
    MOTIVATIONAL,
    COGNITIVE_BEHAVIOURAL,
    /** Preventing a return to use. */
    RELAPSE_PREVENTION,
    CONTINGENCY,
    TRAUMA_INFORMED,
    COUPLE_FAMILY,
    SUPPORTIVE,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "therapy.approach." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
