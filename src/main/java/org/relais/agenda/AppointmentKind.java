package org.relais.agenda;

import java.util.Locale;

/** What an appointment is. */
public enum AppointmentKind {
    /** With one person, at the centre. */
    INDIVIDUAL,
    /** A session of a group. */
    GROUP,
    /** Going somewhere with or for a person: an office, a flat, a partner. */
    VISIT,
    /** Of colleagues or partners, about a person or not. */
    MEETING,
    /** By telephone or video. */
    CALL,
    /** Where the person lives. */
    HOME_VISIT;

    /** Whether it can be planned for a person. */
    public boolean forPerson() {
        return this != GROUP;
    }

    /** Whether it can be planned without a person. */
    public boolean withoutPerson() {
        return this == MEETING || this == VISIT || this == CALL;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "agenda.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
