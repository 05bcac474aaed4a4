package org.relais.person;

import java.util.Locale;

/** What somebody is to the person. */
public enum Relation {
    PARTNER,
    MOTHER,
    FATHER,
    SISTER,
    BROTHER,
    DAUGHTER,
    SON,
    OTHER_RELATIVE,
    FRIEND,
    GUARDIAN,
    PROFESSIONAL,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "person.relation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
