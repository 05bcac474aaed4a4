package org.relais.escalation;

import java.util.Locale;

/** Where an alarm stands. It goes forward only. */
public enum AlarmState {
    RAISED,
    /** Somebody saw it and sees to it. */
    ACKNOWLEDGED,
    RESOLVED;

    /** The key of its word in the bundles. */
    public String key() {
        return "escalation.state." + name().toLowerCase(Locale.ROOT);
    }
}
