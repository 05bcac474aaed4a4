package org.relais.reintegration;

import java.util.Locale;

import org.relais.plan.GoalDomain;

/** The part of life a step belongs to: the domains of the care plan's goals. */
public enum StepDomain {
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
    HEALTH,
    MENTAL_HEALTH,
    SUBSTANCE_USE,
    OTHER;

    /** The domain of a goal. */
    public static StepDomain of(GoalDomain domain) {
        return valueOf(domain.name());
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "reintegration.domain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
