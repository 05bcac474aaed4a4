package org.relais.plan;

import java.util.Locale;

/** How far the person is with a change they think about (domain reference E.5); it may move either way. */
public enum ChangeStage {
    PRECONTEMPLATION,
    CONTEMPLATION,
    PREPARATION,
    ACTION,
    MAINTENANCE;

    /** The key of its word in the bundles. */
    public String key() {
        return "plan.stage." + name().toLowerCase(Locale.ROOT);
    }
}
