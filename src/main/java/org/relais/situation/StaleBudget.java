package org.relais.situation;

import org.relais.shared.StaleVersion;

/** Somebody else told the budget anew meanwhile. Carries how it stands now, so that both can be shown. */
public class StaleBudget extends StaleVersion {

    private final transient Budget stored;

    StaleBudget(Budget stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public Budget stored() {
        return stored;
    }
}
