package org.relais.directory;

import org.relais.shared.StaleVersion;

/** A partner was changed by somebody else meanwhile. Carries how it stands now; nothing was stored. */
public class StalePartner extends StaleVersion {

    private final transient Partner stored;

    StalePartner(Partner stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public Partner stored() {
        return stored;
    }
}
