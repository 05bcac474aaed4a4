package org.relais.relatives;

import org.relais.shared.PersonId;
import org.relais.shared.RelativeContactId;

/** The paths of the pages about relatives, for links from any room. */
public final class RelativesRoutes {

    /** The section of the record page. */
    public static final String SECTION = "relatives";

    /** A letter as it is printed. */
    public static final String LETTER = "people/:personId/relatives/letters/:letterId";

    private RelativesRoutes() {}

    /** The path of a letter. */
    public static String letter(PersonId person, RelativeContactId letter) {
        return "people/" + person + "/relatives/letters/" + letter;
    }
}
