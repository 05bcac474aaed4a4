package org.relais.relatives;

import java.util.Locale;

/** What a relative made of an offer. */
public enum SupportAnswer {
    ACCEPTED,
    DECLINED,
    LATER,
    TAKEN_UP;

    /** The key of its word in the bundles. */
    public String key() {
        return "relatives.support-answer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
