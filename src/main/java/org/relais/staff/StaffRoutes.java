package org.relais.staff;

import org.relais.shared.StaffId;

/** The paths of this room's screens, without leading slash. */
public final class StaffRoutes {

    public static final String TEAMS = "teams";

    /** The list of all colleagues. */
    public static final String LIST = "staff";

    /** The template of one colleague's page. */
    public static final String COLLEAGUE = "staff/:staffId";

    private StaffRoutes() {}

    /** One colleague's page. */
    public static String colleague(StaffId id) {
        return LIST + "/" + id;
    }
}
