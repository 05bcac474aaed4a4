package org.relais.escalation;

import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;

/** The paths of the pages about alarms, for links from any room. */
public final class EscalationRoutes {

    /** The open alarms of one's centres. */
    public static final String LIST = "alarms";

    /** The section of the record page that holds a person's alarms. */
    public static final String SECTION = "alarms";

    /** A person's alarms on their record page. */
    public static String ofPerson(PersonId person) {
        return PersonRoutes.record(person, SECTION);
    }

    private EscalationRoutes() {}
}
