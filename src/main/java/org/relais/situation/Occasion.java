package org.relais.situation;

import java.util.Locale;

/** Why needs are rated now. */
public enum Occasion {
    INTAKE,
    REVIEW,
    EXIT;

    /** The key of its word in the bundles. */
    public String key() {
        return "situation.occasion." + name().toLowerCase(Locale.ROOT);
    }
}
