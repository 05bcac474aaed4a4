package org.relais.staff;

/** The paths of this room's screens, without leading slash. */
public final class StaffRoutes {

    public static final String TEAMS = "teams";

    private StaffRoutes() {}
}
