package org.relais.access;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/** The paths of this room's screens and of those about its matters, without leading slash. */
public final class AccessRoutes {

    public static final String RULES = "access-rules";

    /** Requests to take part in the care of a person: one's own, and those that wait for a coordinator. */
    public static final String REQUESTS = "access-requests";

    /** The template of the form of a request; the centre is missing where the asker does not know it. */
    public static final String NEW_REQUEST = "access-requests/new/:personId/:centreId?";

    private AccessRoutes() {}

    /** The form of a request for a person of another centre. */
    public static String ask(PersonId person, CentreId centre) {
        return ask(person) + "/" + centre;
    }

    /** The same, of whoever knows no centre. */
    public static String ask(PersonId person) {
        return REQUESTS + "/new/" + person;
    }
}
