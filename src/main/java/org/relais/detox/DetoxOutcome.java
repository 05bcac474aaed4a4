package org.relais.detox;

import java.util.Locale;

/** How a withdrawal ended (domain reference B.1). */
public enum DetoxOutcome {
    COMPLETED(true),
    COMPLETED_TO_OAT(true),
    TRANSFERRED_HIGHER_CARE(false),
    TRANSFERRED_OTHER(false),
    LEFT_AGAINST_ADVICE(false),
    STOPPED_BY_TEAM(false),
    DIED(false),
    ENTERED_IN_ERROR(false);

    private final boolean completed;

    DetoxOutcome(boolean completed) {
        this.completed = completed;
    }

    /** Whether the criteria of a completed withdrawal are asked for. */
    public boolean completed() {
        return completed;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.outcome." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
