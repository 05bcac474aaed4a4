package org.relais.reintegration;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The life of a step (domain reference F.2): to do, doing, then done, blocked or cancelled. A blocked step is taken up
 * again before it can be done, one that was begun too early goes back, and a closed one stays closed: what comes after
 * it is a new step.
 */
public enum StepStatus {
    TODO,
    DOING,
    BLOCKED,
    DONE,
    CANCELLED;

    /** The statuses it may change to, in the order in which they are offered. */
    public Set<StepStatus> next() {
        return switch (this) {
            case TODO -> EnumSet.of(DOING, CANCELLED);
            case DOING -> EnumSet.of(TODO, BLOCKED, DONE, CANCELLED);
            case BLOCKED -> EnumSet.of(DOING, CANCELLED);
            case DONE, CANCELLED -> EnumSet.noneOf(StepStatus.class);
        };
    }

    /** Whether it may change to the other. */
    public boolean mayBecome(StepStatus other) {
        return next().contains(other);
    }

    /** Whether something remains to be done. */
    public boolean open() {
        return this != DONE && this != CANCELLED;
    }

    /** Whether it cannot be said without saying why. */
    public boolean needsReason() {
        return this == BLOCKED || this == CANCELLED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "reintegration.status." + name().toLowerCase(Locale.ROOT);
    }
}
