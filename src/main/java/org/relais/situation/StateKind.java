package org.relais.situation;

import java.util.Locale;

/** What a coded state is about (domain reference F.5), in the order in which they are shown. */
public enum StateKind {
    HOUSING,
    WORK,
    EDUCATION,
    VOCATIONAL_COURSE,
    HEALTH_COVER,
    IDENTITY_PAPERS,
    DEBTS,
    JUSTICE,
    CHILDREN,
    NETWORK;

    /** The key of its word in the bundles. */
    public String key() {
        return "situation.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
