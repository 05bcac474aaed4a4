package org.relais.medication;

import java.util.Locale;

/** In which form a drug comes. */
public enum DrugForm {
    TABLET,
    CAPSULE,
    SOLUTION,
    INJECTION,
    PATCH,
    SPRAY,
    SUPPOSITORY;

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.form." + name().toLowerCase(Locale.ROOT);
    }
}
