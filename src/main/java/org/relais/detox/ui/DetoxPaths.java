package org.relais.detox.ui;

import java.util.Objects;

import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.detox.WardRow;
import org.relais.person.PersonRoutes;

/** Where an observation is entered. */
final class DetoxPaths {

    private DetoxPaths() {}

    /** The form of what is due first. */
    static String entry(WardRow row) {
        var next = row.next();
        var form = next != null && next.instrument().equals(Definitions.EARLY_WARNING)
                ? EntryTypes.VITAL_SIGNS
                : EntryTypes.DETOX_NOTE;
        return PersonRoutes.record(Objects.requireNonNull(row.bed().person())) + "?write=" + form;
    }
}
