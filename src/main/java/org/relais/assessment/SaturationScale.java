package org.relais.assessment;

import java.util.Locale;

/** How oxygen saturation is read by NEWS2. */
public enum SaturationScale {
    SCALE_1,
    /** Only where a physician recorded a target of 88 to 92 % because of hypercapnic respiratory failure. */
    SCALE_2;

    /** The key of its words in the bundles. */
    public String key() {
        return "assessment.saturation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
