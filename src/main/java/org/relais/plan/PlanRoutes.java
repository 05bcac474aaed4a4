package org.relais.plan;

import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;

/** The paths of the pages about the care plan, for links from any room. */
public final class PlanRoutes {

    /** The section of the record page that holds a person's plan. */
    public static final String SECTION = "plan";

    /** The template of the sheet that a person takes home. */
    public static final String SHEET = "people/:personId/plan/sheet";

    private PlanRoutes() {}

    /** A person's plan on their record page. */
    public static String plan(PersonId person) {
        return PersonRoutes.record(person, SECTION);
    }

    /** The sheet that the person takes home. */
    public static String sheet(PersonId person) {
        return plan(person) + "/sheet";
    }
}
