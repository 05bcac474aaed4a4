package org.relais.referral;

import org.relais.shared.Conflict;

/** A letter may not go to its recipient. Carries what may, and why not more; nothing was stored. */
public class SharingRefused extends Conflict {

    private final transient SharingVerdict verdict;

    SharingRefused(SharingVerdict verdict) {
        super("referral.error.consent");
        this.verdict = verdict;
    }

    /** What may be shared now, and why not more. */
    public SharingVerdict verdict() {
        return verdict;
    }
}
