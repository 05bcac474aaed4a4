package org.relais.situation;

import java.util.Locale;

/** The domains of life that are rated (domain reference F.1), in the order in which they are asked. */
public enum NeedDomain {
    HOUSING,
    INCOME,
    EMPLOYMENT,
    EDUCATION,
    LEGAL,
    FAMILY,
    CHILDREN,
    HEALTH_COVER,
    PHYSICAL_HEALTH,
    IDENTITY_PAPERS,
    DEBTS,
    SOCIAL_NETWORK,
    DAILY_LIVING;

    /** The key of its word in the bundles. */
    public String key() {
        return "situation.domain." + word();
    }

    /** The key of what a task says when the domain is in acute crisis. */
    String urgentKey() {
        return "situation.task.urgent." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
