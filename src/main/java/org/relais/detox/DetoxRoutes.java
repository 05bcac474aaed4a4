package org.relais.detox;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/** The paths of the pages about withdrawal, for links from any room. */
public final class DetoxRoutes {

    /** The board of a ward; its unit follows as a parameter. */
    public static final String WARD = "ward";

    /** The template of the round: one person's observation after the other's. */
    public static final String ROUND = "ward/:unitId/round/:personId";

    /** The visits of the outpatient withdrawals of a centre; the centre follows as a parameter. */
    public static final String WITHDRAWALS = "withdrawals";

    /** The template of one person's visit. */
    public static final String VISIT = "withdrawals/:centreId/visit/:personId";

    /** The parameter of the round that says which observation is made. */
    public static final String OBSERVE = "observe";

    /** The section of the record page that holds a person's withdrawals. */
    public static final String SECTION = "detox";

    private DetoxRoutes() {}

    /** The visits of one centre. */
    public static String withdrawals(CentreId centre) {
        return WITHDRAWALS + "/" + centre;
    }

    /** The visit of one person. */
    public static String visit(CentreId centre, PersonId person) {
        return withdrawals(centre) + "/visit/" + person;
    }

    /** The board of one unit. */
    public static String ward(UnitId unit) {
        return WARD + "/" + unit;
    }
}
