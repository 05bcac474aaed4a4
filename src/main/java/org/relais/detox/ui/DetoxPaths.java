package org.relais.detox.ui;

import org.relais.detox.DetoxRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/** Where an observation is made. */
final class DetoxPaths {

    private DetoxPaths() {}

    /** The round of a unit at one person. */
    static String round(UnitId unit, PersonId person) {
        return DetoxRoutes.ward(unit) + "/round/" + person;
    }

    /** The round of a unit at one person and one of their observations. */
    static String round(UnitId unit, PersonId person, String instrument) {
        return round(unit, person) + "?" + DetoxRoutes.OBSERVE + "=" + instrument;
    }
}
