package org.relais.medication;

import java.util.Locale;

/** How a scheduled dose stands that nobody has answered. */
public enum SlotStatus {
    NOT_DUE,
    DUE,
    OVERDUE,
    MISSED;

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.slot." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
