package org.relais.relatives;

import java.util.Locale;

/** What a relative was offered for themselves. */
public enum SupportKind {
    INFORMATION,
    INDIVIDUAL_TALK,
    GROUP,
    FAMILY_MEETING,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "relatives.support." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
