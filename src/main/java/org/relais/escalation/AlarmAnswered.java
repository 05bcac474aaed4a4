package org.relais.escalation;

import org.relais.shared.StaleVersion;

/** Somebody else answered the alarm meanwhile. Carries how it stands now; nothing was stored. */
public class AlarmAnswered extends StaleVersion {

    private final transient Alarm stored;

    AlarmAnswered(Alarm stored) {
        this.stored = stored;
    }

    /** How it stands now: who was first, and when. */
    public Alarm stored() {
        return stored;
    }
}
