package org.relais.detox;

import java.util.Locale;

/** Where the current observation stands. */
public enum ObservationStatus {
    NOT_DUE,
    DUE,
    OVERDUE;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
