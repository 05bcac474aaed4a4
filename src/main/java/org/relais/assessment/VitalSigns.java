package org.relais.assessment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * One set of vital signs, taken together. Null means not measured, never normal.
 *
 * @param heartRate beats per minute
 * @param systolicPressure mmHg
 * @param diastolicPressure mmHg
 * @param respiratoryRate breaths per minute
 * @param oxygenSaturation peripheral saturation (SpO2) in percent
 * @param inhaledGas what was breathed while the saturation was measured
 * @param temperature degrees Celsius, to 0.1
 * @param consciousness ACVPU
 * @param glucose capillary glucose in mmol/L
 * @param breathAlcohol the reading with its unit
 */
public record VitalSigns(
        @Nullable Integer heartRate,
        @Nullable Integer systolicPressure,
        @Nullable Integer diastolicPressure,
        @Nullable Integer respiratoryRate,
        @Nullable Integer oxygenSaturation,
        @Nullable InhaledGas inhaledGas,
        @Nullable BigDecimal temperature,
        @Nullable Consciousness consciousness,
        @Nullable BigDecimal glucose,
        @Nullable BreathAlcohol breathAlcohol) {

    /** Nothing measured. */
    public static final VitalSigns NONE = new VitalSigns(null, null, null, null, null, null, null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The number as it was read, in its own unit; null when not measured. */
    public @Nullable BigDecimal measured(VitalSign sign) {
        return switch (sign) {
            case HEART_RATE -> decimal(heartRate);
            case SYSTOLIC_PRESSURE -> decimal(systolicPressure);
            case DIASTOLIC_PRESSURE -> decimal(diastolicPressure);
            case RESPIRATORY_RATE -> decimal(respiratoryRate);
            case OXYGEN_SATURATION -> decimal(oxygenSaturation);
            case TEMPERATURE -> temperature;
            case GLUCOSE -> glucose;
            case BREATH_ALCOHOL -> breathAlcohol == null ? null : breathAlcohol.reading();
        };
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
