package org.relais.therapy;

import java.util.Locale;

/** Where and by what means a session is held. */
public enum Mode {
    IN_PERSON,
    VIDEO,
    TELEPHONE,
    HOME_VISIT;

    /** The key of its word in the bundles. */
    public String key() {
        return "therapy.mode." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
