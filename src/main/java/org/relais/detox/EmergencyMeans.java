package org.relais.detox;

import java.util.Locale;

/** How a person is brought to emergency care. */
public enum EmergencyMeans {
    AMBULANCE,
    WITH_STAFF,
    WITH_RELATIVE,
    ALONE;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.means." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
