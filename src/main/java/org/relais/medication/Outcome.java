package org.relais.medication;

import java.util.Locale;

/** What became of a dose. */
public enum Outcome {
    GIVEN,
    /** The person did not want it. */
    REFUSED,
    /** The team held it back. */
    HELD,
    /** Nobody gave it, or the person was not there. */
    MISSED,
    /** A correction that takes an earlier row back. */
    ENTERED_IN_ERROR;

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.outcome." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
