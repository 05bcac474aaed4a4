package org.relais.access;

import java.util.Locale;

/** What a coordinator found of an emergency access. */
public enum EmergencyVerdict {
    JUSTIFIED,
    /** To be followed up outside the portal; the privacy officer and the auditors see it. */
    NOT_JUSTIFIED;

    /** The key of its word in the bundles. */
    public String key() {
        return "access.verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
