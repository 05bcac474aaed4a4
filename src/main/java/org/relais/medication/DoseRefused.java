package org.relais.medication;

import org.relais.shared.Conflict;

/** The order allows no dose now. Carries every reason why not. */
public class DoseRefused extends Conflict {

    private final DoseProposal proposal;

    public DoseRefused(DoseProposal proposal) {
        super("medication.error.blocked");
        this.proposal = proposal;
    }

    public DoseProposal proposal() {
        return proposal;
    }
}
