package org.relais.therapy;

import java.util.Locale;

/** What became of a session (domain reference E.1). */
public enum Attendance {
    ATTENDED(true),
    BY_PHONE(true),
    /** Called off less than 24 hours before. */
    LATE_CANCEL(false),
    CANCELLED(false),
    NO_SHOW(false);

    private final boolean held;

    Attendance(boolean held) {
        this.held = held;
    }

    /** Whether the session took place, so that it has a length, an approach and a note. */
    public boolean held() {
        return held;
    }

    /** Whether it was called off, which may happen before its time. */
    public boolean calledOff() {
        return this == LATE_CANCEL || this == CANCELLED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "therapy.attendance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
