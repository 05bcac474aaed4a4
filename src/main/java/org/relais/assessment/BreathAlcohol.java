package org.relais.assessment;

import java.math.BigDecimal;

/**
 * A breath alcohol reading as the device showed it. The blood equivalent comes from
 * {@link VitalSignLimits#bloodEquivalent}; reading, unit and converted value are all stored (domain reference B.6).
 */
public record BreathAlcohol(BigDecimal reading, Unit unit) {

    public enum Unit {
        /** Milligrams of alcohol per litre of breath. */
        MILLIGRAMS_PER_LITRE_OF_BREATH,
        /** Grams per litre of blood, as converted by the device; in Sweden shown as per mille. */
        GRAMS_PER_LITRE_OF_BLOOD
    }
}
