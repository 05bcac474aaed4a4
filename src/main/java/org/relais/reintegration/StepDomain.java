package org.relais.reintegration;

import java.util.Locale;

/** The part of life a step belongs to. */
public enum StepDomain {
    HOUSING,
    EDUCATION,
    TRAINING,
    EMPLOYMENT,
    RIGHTS,
    HEALTH_COVER,
    IDENTITY_PAPERS,
    DEBTS,
    LEGAL,
    FAMILY,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "reintegration.domain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
