package org.relais.access;

import java.util.Locale;

/** For what a consent lets something be used. */
public enum ConsentPurpose {
    /** Care and support of the person; the only one that opens anything between centres. */
    CARE,
    /** Housing, rights, training or work, with a partner outside. */
    SOCIAL_SUPPORT,
    /** Talking with relatives. */
    FAMILY,
    /** A court, a probation service or an employer, at the person's wish. */
    LEGAL;

    /** The key of its word in the bundles. */
    public String key() {
        return "access.purpose." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
