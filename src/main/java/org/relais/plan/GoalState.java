package org.relais.plan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The life of a goal (domain reference F.2): a draft, agreed with the person, worked on, and closed in one of five ways.
 * A closed goal stays as it ended: what is taken up again is a new goal that names the old one.
 */
public enum GoalState {
    DRAFT,
    AGREED,
    IN_PROGRESS,
    ATTAINED,
    PARTLY_ATTAINED,
    NOT_ATTAINED,
    ABANDONED_BY_PERSON,
    OBSOLETE;

    /** The states it may change to, in the order in which they are offered. */
    public Set<GoalState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(AGREED, ABANDONED_BY_PERSON, OBSOLETE);
            case AGREED ->
                EnumSet.of(IN_PROGRESS, ATTAINED, PARTLY_ATTAINED, NOT_ATTAINED, ABANDONED_BY_PERSON, OBSOLETE);
            case IN_PROGRESS -> EnumSet.of(ATTAINED, PARTLY_ATTAINED, NOT_ATTAINED, ABANDONED_BY_PERSON, OBSOLETE);
            case ATTAINED, PARTLY_ATTAINED, NOT_ATTAINED, ABANDONED_BY_PERSON, OBSOLETE ->
                EnumSet.noneOf(GoalState.class);
        };
    }

    /** Whether it may change to the other. */
    public boolean mayBecome(GoalState other) {
        return next().contains(other);
    }

    /** Whether it is still a goal. */
    public boolean open() {
        return this == DRAFT || this == AGREED || this == IN_PROGRESS;
    }

    /** Whether it cannot be said without saying what shows it. */
    public boolean needsEvidence() {
        return this == ATTAINED || this == PARTLY_ATTAINED || this == OBSOLETE;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "plan.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
