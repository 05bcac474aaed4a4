package org.relais.medication;

import java.util.Locale;

/** How a drug is taken. */
public enum DrugRoute {
    ORAL,
    SUBLINGUAL,
    INTRAMUSCULAR,
    INTRAVENOUS,
    SUBCUTANEOUS,
    TRANSDERMAL,
    NASAL,
    INHALED,
    RECTAL;

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.route." + name().toLowerCase(Locale.ROOT);
    }
}
