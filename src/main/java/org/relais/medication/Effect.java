package org.relais.medication;

import java.util.Locale;

/** How it was after a dose given as needed. */
public enum Effect {
    BETTER,
    SAME,
    WORSE;

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.effect." + name().toLowerCase(Locale.ROOT);
    }
}
