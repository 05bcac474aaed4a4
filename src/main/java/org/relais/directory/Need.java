package org.relais.directory;

import java.util.Locale;

/** What a partner helps with: the domains of life in which a person may have a goal. */
public enum Need {
    SUBSTANCE_USE,
    HEALTH,
    MENTAL_HEALTH,
    HOUSING,
    EDUCATION,
    TRAINING,
    EMPLOYMENT,
    VOLUNTEERING,
    MEETING_PLACE,
    INCOME,
    RIGHTS,
    HEALTH_COVER,
    IDENTITY_PAPERS,
    DEBTS,
    LEGAL,
    FAMILY,
    CHILDREN,
    SOCIAL_NETWORK,
    DAILY_LIVING,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "directory.need." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
