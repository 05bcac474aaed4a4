package org.relais.access;

import java.util.Locale;

/** Why a record was opened in an emergency; the rule file in force says which are offered. */
public enum EmergencyReason {
    LIFE_THREATENING,
    UNCONSCIOUS,
    OVERDOSE,
    SEVERE_WITHDRAWAL,
    SUICIDE_RISK,
    DANGER_TO_OTHERS,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "access.emergency.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
