package org.relais.person;

import java.util.Locale;

/** What the person says of themselves. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    /** Asked, and not said. */
    NOT_SAID;

    /** The key of its word in the bundles. */
    public String key() {
        return "person.gender." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
