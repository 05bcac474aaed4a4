package org.relais.reintegration;

import org.relais.shared.StaleVersion;

/** A step was changed by somebody else meanwhile. Carries how it stands now, so that both can be shown; nothing was stored. */
public class StaleStep extends StaleVersion {

    private final transient StepRow stored;

    StaleStep(StepRow stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public StepRow stored() {
        return stored;
    }
}
