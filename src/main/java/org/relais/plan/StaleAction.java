package org.relais.plan;

import org.relais.shared.StaleVersion;

/** An action was changed by somebody else meanwhile. Carries how it stands now, so that both can be shown; nothing was stored. */
public class StaleAction extends StaleVersion {

    private final transient ActionRow stored;

    StaleAction(ActionRow stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public ActionRow stored() {
        return stored;
    }
}
