package org.relais.agenda;

/** The names under which an entry of the record tells of an appointment that was missed. */
public final class MissedDetail {

    /** The type of the entries. */
    public static final String TYPE = "agenda.missed";

    /** The kind of the tasks. */
    public static final String TASK = "agenda.no-show";

    /** An {@link AppointmentState}. */
    public static final String STATE = "state";

    /** An {@link AppointmentKind}. */
    public static final String KIND = "kind";

    /** When it was to begin, as an ISO instant. */
    public static final String STARTS_AT = "startsAt";

    private MissedDetail() {}
}
