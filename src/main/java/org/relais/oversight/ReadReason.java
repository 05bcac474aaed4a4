package org.relais.oversight;

import java.util.Locale;

/** Why a record was read, as its person is told. */
public enum ReadReason {
    TEAM,
    SHARED,
    EMERGENCY,
    ADMINISTRATION,
    COORDINATION,
    IMPORT,
    CARE;

    /** The key of its sentence in the bundles. */
    public String key() {
        return "oversight.own.reason." + name().toLowerCase(Locale.ROOT);
    }
}
