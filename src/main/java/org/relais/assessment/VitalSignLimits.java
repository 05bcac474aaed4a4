package org.relais.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;

/**
 * One version of the plausibility limits, as read from {@code rules/vital-sign-limits} (domain reference B.6). Use
 * {@link PlausibilityCheck} to apply them.
 *
 * @param signs one entry for each {@link VitalSign}
 * @param orders pairs that must stand in order, such as diastolic below systolic
 * @param bloodPerBreathAlcohol what a breath reading in mg/L is multiplied by for its blood equivalent in g/L
 * @param bloodPressurePanel the LOINC code under which both pressures are grouped
 */
public record VitalSignLimits(
        RuleHeader rule,
        List<SignLimits> signs,
        List<LowerThan> orders,
        BigDecimal bloodPerBreathAlcohol,
        @Nullable String bloodPressurePanel)
        implements Rule {

    /**
     * The limits of one sign.
     *
     * @param unit in UCUM notation; limits and values are in this unit (breath alcohol: the blood equivalent)
     * @param step the finest difference that is recorded; a value between two steps is refused
     * @param loinc null where no code is set
     * @param reject a value outside cannot be entered
     * @param confirm a value outside must be confirmed
     */
    public record SignLimits(
            VitalSign sign,
            String unit,
            BigDecimal step,
            @Nullable String loinc,
            Range reject,
            Range confirm) {

        public SignLimits {
            Must.bePresent(sign, "sign");
            Must.hold(unit != null && !unit.isBlank(), "No unit for " + sign);
            Must.hold(step != null && step.signum() > 0, "No step for " + sign);
            LoincCodes.requireValid(loinc);
            Must.bePresent(reject, "reject of " + sign);
            Must.bePresent(confirm, "confirm of " + sign);
            Must.hold(
                    reject.contains(confirm.lowest()) && reject.contains(confirm.highest()),
                    "What needs no confirmation reaches into what is rejected: " + sign);
        }
    }

    /** Both ends belong to the range. */
    public record Range(BigDecimal lowest, BigDecimal highest) {

        public Range {
            Must.bePresent(lowest, "lowest");
            Must.bePresent(highest, "highest");
            Must.hold(lowest.compareTo(highest) < 0, "The range ends before it begins: " + lowest);
        }

        public boolean contains(BigDecimal value) {
            return lowest.compareTo(value) <= 0 && value.compareTo(highest) <= 0;
        }
    }

    /** The first sign is lower than the second whenever both are measured. */
    public record LowerThan(VitalSign lower, VitalSign higher) {

        public LowerThan {
            Must.bePresent(lower, "lower");
            Must.bePresent(higher, "higher");
            Must.hold(lower != higher, "A sign cannot be lower than itself: " + lower);
        }
    }

    public VitalSignLimits {
        Must.bePresent(rule, "rule");
        signs = Must.beFilled(signs, "signs");
        orders = Must.orNone(orders);
        Must.hold(
                bloodPerBreathAlcohol != null && bloodPerBreathAlcohol.signum() > 0, "Missing: bloodPerBreathAlcohol");
        LoincCodes.requireValid(bloodPressurePanel);
    }

    /** What must hold between the parts of the file: every sign once, every code once. */
    static void check(VitalSignLimits limits) {
        var named = limits.signs.stream().map(SignLimits::sign).toList();
        Must.beDistinct(named, "the vital signs");
        var forgotten = new ArrayList<>(Arrays.asList(VitalSign.values()));
        forgotten.removeAll(named);
        Must.hold(forgotten.isEmpty(), "No limits for " + forgotten);
        var codes = new ArrayList<>(limits.signs.stream()
                .map(SignLimits::loinc)
                .filter(Objects::nonNull)
                .toList());
        if (limits.bloodPressurePanel != null) {
            codes.add(limits.bloodPressurePanel);
        }
        Must.beDistinct(codes, "the LOINC codes");
    }

    public SignLimits of(VitalSign sign) {
        return signs.stream()
                .filter(limits -> limits.sign() == sign)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No limits for " + sign));
    }

    /** The reading as grams of alcohol per litre of blood. */
    public BigDecimal bloodEquivalent(BreathAlcohol alcohol) {
        return switch (alcohol.unit()) {
            case MILLIGRAMS_PER_LITRE_OF_BREATH -> alcohol.reading().multiply(bloodPerBreathAlcohol);
            case GRAMS_PER_LITRE_OF_BLOOD -> alcohol.reading();
        };
    }

    /** The value in the unit of the limits; null when not measured. */
    public @Nullable BigDecimal value(VitalSigns signs, VitalSign sign) {
        var alcohol = signs.breathAlcohol();
        return sign == VitalSign.BREATH_ALCOHOL && alcohol != null ? bloodEquivalent(alcohol) : signs.measured(sign);
    }
}
