package org.relais.person;

import java.util.Locale;

/** How a person can be reached. */
public enum ContactKind {
    TELEPHONE,
    EMAIL,
    ADDRESS;

    /** The key of its word in the bundles. */
    public String key() {
        return "person.contact." + name().toLowerCase(Locale.ROOT);
    }
}
