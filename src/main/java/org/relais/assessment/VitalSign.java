package org.relais.assessment;

import java.util.Locale;

/** A measured vital sign. Units, steps and limits are data: {@link VitalSignLimits}. */
public enum VitalSign {
    HEART_RATE("heartRate"),
    SYSTOLIC_PRESSURE("systolicPressure"),
    DIASTOLIC_PRESSURE("diastolicPressure"),
    RESPIRATORY_RATE("respiratoryRate"),
    OXYGEN_SATURATION("oxygenSaturation"),
    TEMPERATURE("temperature"),
    GLUCOSE("glucose"),
    BREATH_ALCOHOL("breathAlcohol");

    private final String field;

    VitalSign(String field) {
        this.field = field;
    }

    /** The property of {@link VitalSigns} that holds it, and the field at which a wrong value is refused. */
    public String field() {
        return field;
    }

    /** The key of its name in the bundles, such as {@code assessment.vital-sign.heart-rate}. */
    public String key() {
        return "assessment.vital-sign." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
