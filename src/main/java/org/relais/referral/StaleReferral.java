package org.relais.referral;

import org.relais.shared.StaleVersion;

/** A referral was changed by somebody else meanwhile. Carries how it stands now; nothing was stored. */
public class StaleReferral extends StaleVersion {

    private final transient PartnerReferralRow stored;

    StaleReferral(PartnerReferralRow stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public PartnerReferralRow stored() {
        return stored;
    }
}
