package org.relais.history;

import org.relais.shared.StaleVersion;

/** Somebody else told the profile anew meanwhile. Carries how it stands now, so that both can be shown. */
public class StaleProfile extends StaleVersion {

    private final transient SubstanceProfile stored;

    StaleProfile(SubstanceProfile stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public SubstanceProfile stored() {
        return stored;
    }
}
