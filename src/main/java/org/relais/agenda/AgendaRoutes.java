package org.relais.agenda;

/** The paths of the pages of the agenda, for links from any room. */
public final class AgendaRoutes {

    /** The calendar. */
    public static final String AGENDA = "agenda";

    /** The groups of a centre and their sessions. */
    public static final String GROUPS = "groups";

    /** The section of the record page that holds a person's appointments. */
    public static final String SECTION = "appointments";

    private AgendaRoutes() {}
}
