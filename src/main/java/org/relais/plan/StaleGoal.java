package org.relais.plan;

import org.relais.shared.StaleVersion;

/** A goal was changed by somebody else meanwhile. Carries how it stands now, so that both can be shown; nothing was stored. */
public class StaleGoal extends StaleVersion {

    private final transient GoalRow stored;

    StaleGoal(GoalRow stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public GoalRow stored() {
        return stored;
    }
}
