package org.relais.oversight;

import java.util.Locale;

/** What was done with a record, as its person is told. */
public enum ReadKind {
    OPENED,
    LISTED,
    EMERGENCY,
    ADDED,
    CHANGED,
    SIGNED,
    PRINTED,
    EXPORTED,
    IMPORTED,
    REFUSED,
    REFUSED_EMERGENCY;

    /** The key of its sentence in the bundles. */
    public String key() {
        return "oversight.own.did." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
