package org.relais.plan;

import org.relais.shared.StaleVersion;

/** A colleague wrote in the same part meanwhile. Carries how it stands now, so that both can be shown; nothing was stored. */
public class StaleMeetingPart extends StaleVersion {

    private final transient MeetingPart stored;

    StaleMeetingPart(MeetingPart stored) {
        this.stored = stored;
    }

    /** How it stands now. */
    public MeetingPart stored() {
        return stored;
    }
}
