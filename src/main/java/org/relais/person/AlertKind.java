package org.relais.person;

import java.util.Locale;

/** What an alert warns of. */
public enum AlertKind {
    ALLERGY,
    SEIZURE_HISTORY,
    /** Safety of staff, or of the person among others. */
    SAFETY,
    SUICIDE_RISK,
    /** Doses, instruments and early-warning scores differ. */
    PREGNANCY,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "person.alert." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
