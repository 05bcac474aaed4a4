package org.relais.plan;

import java.util.Locale;

/** The part of life a goal belongs to (domain reference F.1 and F.5, with care and health). */
public enum GoalDomain {
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
        return "plan.domain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
