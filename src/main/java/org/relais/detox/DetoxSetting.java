package org.relais.detox;

import java.util.Locale;

/** Where a person goes through withdrawal. */
public enum DetoxSetting {
    INPATIENT,
    OUTPATIENT;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.setting." + name().toLowerCase(Locale.ROOT);
    }
}
