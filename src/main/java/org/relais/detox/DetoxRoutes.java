package org.relais.detox;

import org.relais.shared.UnitId;

/** The paths of the pages about withdrawal, for links from any room. */
public final class DetoxRoutes {

    /** The board of a ward; its unit follows as a parameter. */
    public static final String WARD = "ward";

    /** The template of the round: one person's observation after the other's. */
    public static final String ROUND = "ward/:unitId/round/:personId";

    /** The displays on the walls of wards, for administrators. */
    public static final String DISPLAYS = "wall-displays";

    /** The parameter of the round that says which observation is made. */
    public static final String OBSERVE = "observe";

    /** The section of the record page that holds a person's withdrawals. */
    public static final String SECTION = "detox";

    private DetoxRoutes() {}

    /** The board of one unit. */
    public static String ward(UnitId unit) {
        return WARD + "/" + unit;
    }
}
