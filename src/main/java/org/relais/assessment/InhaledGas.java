package org.relais.assessment;

import java.util.Locale;

/** What the person breathes while oxygen saturation is measured. */
public enum InhaledGas {
    AIR,
    /** Any supplemental oxygen. */
    OXYGEN;

    /** The key of its name in the bundles. */
    public String key() {
        return "assessment.inhaled-gas." + name().toLowerCase(Locale.ROOT);
    }
}
