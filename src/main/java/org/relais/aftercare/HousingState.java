package org.relais.aftercare;

import java.util.Locale;

/** Where the person lives: the groups of ETHOS (domain reference F.5). */
public enum HousingState {
    ADEQUATE_SECURE,
    INADEQUATE,
    INSECURE,
    HOUSELESS,
    ROOFLESS,
    UNKNOWN;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.housing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
