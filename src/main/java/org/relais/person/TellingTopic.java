package org.relais.person;

import java.util.Locale;

/** What a relative may or may not be told. */
public enum TellingTopic {
    /** That the person is here at all. */
    PRESENCE,
    WELLBEING,
    TREATMENT,
    RESULTS,
    APPOINTMENTS,
    DISCHARGE;

    /** The key of its word in the bundles. */
    public String key() {
        return "person.topic." + name().toLowerCase(Locale.ROOT);
    }
}
