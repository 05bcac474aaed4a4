package org.relais.agenda;

import java.util.Locale;

/** What became of an appointment. */
public enum AppointmentState {
    PLANNED,
    ATTENDED,
    NO_SHOW,
    /** In time, or by the service. */
    CANCELLED,
    /** By the person, later than the rule allows. */
    LATE_CANCEL;

    /** Whether those who were booked are free again. */
    public boolean released() {
        return this == CANCELLED || this == LATE_CANCEL;
    }

    /** Whether it leaves something in the person's record. */
    public boolean missed() {
        return this == NO_SHOW || this == LATE_CANCEL;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "agenda.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
