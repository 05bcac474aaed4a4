package org.relais.situation;

import org.relais.shared.StaleVersion;

/** A right was moved on by somebody else meanwhile. Carries how it stands now; nothing was stored. */
public class StaleRight extends StaleVersion {

    private final transient RightRow stored;

    StaleRight(RightRow stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public RightRow stored() {
        return stored;
    }
}
