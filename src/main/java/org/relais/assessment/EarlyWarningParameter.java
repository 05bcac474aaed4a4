package org.relais.assessment;

import java.util.Locale;

/** What an early-warning score is made of. */
public enum EarlyWarningParameter {
    RESPIRATORY_RATE,
    OXYGEN_SATURATION,
    INHALED_GAS,
    SYSTOLIC_PRESSURE,
    PULSE,
    CONSCIOUSNESS,
    TEMPERATURE;

    /** The key of its name in the bundles. */
    public String key() {
        return "assessment.early-warning.parameter."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
