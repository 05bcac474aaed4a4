package org.relais.detox;

import java.util.Locale;

/** Where a withdrawal stands. */
public enum DetoxState {
    ACTIVE,
    SUSPENDED,
    ENDED;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.state." + name().toLowerCase(Locale.ROOT);
    }
}
