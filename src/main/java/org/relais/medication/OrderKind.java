package org.relais.medication;

import java.util.Locale;

/** The kinds of orders. A prophylaxis is a scheduled one. */
public enum OrderKind {
    SCHEDULED,
    TAPER,
    SYMPTOM_TRIGGERED,
    AS_NEEDED;

    /** Whether its doses have times of their own. */
    public boolean timed() {
        return this == SCHEDULED || this == TAPER;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
