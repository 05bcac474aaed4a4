package org.relais.plan;

import org.relais.shared.StaleVersion;

/** What the person aims at was written anew meanwhile. Carries how it stands now, so that both can be shown; nothing was stored. */
public class StaleAim extends StaleVersion {

    private final transient AimRow stored;

    StaleAim(AimRow stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public AimRow stored() {
        return stored;
    }
}
