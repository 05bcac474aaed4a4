package org.relais.assessment;

/** How oxygen saturation is read by NEWS2. */
public enum SaturationScale {
    SCALE_1,
    /** Only where a physician recorded a target of 88 to 92 % because of hypercapnic respiratory failure. */
    SCALE_2
}
