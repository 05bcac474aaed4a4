package org.relais.medication;

import java.util.Locale;

/** What a dose may be held for. How each is compared and where it is read is data: {@link MedicationLimits.Measure}. */
public enum HoldMeasure {
    SEDATION,
    RESPIRATORY_RATE,
    SYSTOLIC_PRESSURE,
    BREATH_ALCOHOL;

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.measure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
