package org.relais.oversight;

import java.util.Locale;

/** The groups in which unusual accesses are counted, in the order of the desk. */
public enum UnusualCard {
    EMERGENCY,
    NAME_OR_ADDRESS,
    COLLEAGUE,
    PROTECTED,
    OUT_OF_HOURS,
    VOLUME,
    NO_CONTACT;

    /** The key of its word in the bundles. */
    public String key() {
        return "oversight.unusual.card." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
