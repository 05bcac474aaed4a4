package org.relais.plan;

import java.util.Locale;

/** How what is done for a goal stands, whichever room does it. */
public enum GoalStepState {
    TODO,
    DOING,
    BLOCKED,
    DONE,
    CANCELLED;

    /** Whether something remains to be done. */
    public boolean open() {
        return this != DONE && this != CANCELLED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "plan.step." + name().toLowerCase(Locale.ROOT);
    }
}
