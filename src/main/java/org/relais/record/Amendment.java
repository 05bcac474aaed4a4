package org.relais.record;

import java.util.Locale;

/** What a row that points at an earlier entry does to it (PRI-09). The earlier row stays as it was signed. */
public enum Amendment {
    /** Adds to it; shown above it, with its own author and date. */
    ADDENDUM,
    /** Says that it should not have been entered; it is shown struck and stays readable. */
    ENTERED_IN_ERROR;

    /** The key of its word in the bundles. */
    public String key() {
        return "record.amendment." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
