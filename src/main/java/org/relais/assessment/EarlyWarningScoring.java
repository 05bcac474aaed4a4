package org.relais.assessment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.EarlyWarning.RiskBand;
import org.relais.assessment.EarlyWarningResult.EarlyWarningScore;
import org.relais.assessment.EarlyWarningResult.MissingParameters;
import org.relais.shared.InvalidInput;

/**
 * Scores vital signs with one early-warning rule. Pure. Says nothing about plausibility: run {@link PlausibilityCheck}
 * first. Whether the score is valid for the person is {@link EarlyWarning#obstacle}.
 */
public final class EarlyWarningScoring {

    private final EarlyWarning rule;
    private final SaturationScale scale;

    private EarlyWarningScoring(EarlyWarning rule, SaturationScale scale) {
        this.rule = rule;
        this.scale = scale;
    }

    public static EarlyWarningScoring of(EarlyWarning rule, SaturationScale scale) {
        return new EarlyWarningScoring(rule, scale);
    }

    /**
     * The score of a set of vital signs.
     *
     * @return {@link EarlyWarningScore} when every parameter was measured, otherwise {@link MissingParameters}
     * @throws InvalidInput at the sign's field when a value is finer than its step, such as a temperature of 38.05:
     *     rounding it could change the points
     */
    public EarlyWarningResult score(VitalSigns signs) {
        var points = new EnumMap<EarlyWarningParameter, Integer>(EarlyWarningParameter.class);
        put(points, EarlyWarningParameter.RESPIRATORY_RATE, rule.respiratoryRate(), signs, VitalSign.RESPIRATORY_RATE);
        var gas = signs.inhaledGas();
        if (gas != null) {
            points.put(EarlyWarningParameter.INHALED_GAS, pointsOf(rule.inhaledGas(), gas));
        }
        putSaturation(points, signs, gas);
        put(
                points,
                EarlyWarningParameter.SYSTOLIC_PRESSURE,
                rule.systolicPressure(),
                signs,
                VitalSign.SYSTOLIC_PRESSURE);
        put(points, EarlyWarningParameter.PULSE, rule.pulse(), signs, VitalSign.HEART_RATE);
        var consciousness = signs.consciousness();
        if (consciousness != null) {
            points.put(EarlyWarningParameter.CONSCIOUSNESS, pointsOf(rule.consciousness(), consciousness));
        }
        put(points, EarlyWarningParameter.TEMPERATURE, rule.temperature(), signs, VitalSign.TEMPERATURE);
        var missing = Arrays.stream(EarlyWarningParameter.values())
                .filter(parameter -> !points.containsKey(parameter))
                .toList();
        return missing.isEmpty() ? complete(points) : new MissingParameters(missing);
    }

    // Without the gas no score comes out, but a measured saturation is not reported as missing.
    private void putSaturation(Map<EarlyWarningParameter, Integer> points, VitalSigns signs, @Nullable InhaledGas gas) {
        var table = rule.oxygenSaturation().of(scale, gas == null ? InhaledGas.AIR : gas);
        put(points, EarlyWarningParameter.OXYGEN_SATURATION, table, signs, VitalSign.OXYGEN_SATURATION);
    }

    private static void put(
            Map<EarlyWarningParameter, Integer> points,
            EarlyWarningParameter parameter,
            PointTable table,
            VitalSigns signs,
            VitalSign sign) {
        BigDecimal value = signs.measured(sign);
        if (value != null) {
            if (!table.measures(value)) {
                throw new InvalidInput(sign.field(), "assessment.error.too-fine", table.step());
            }
            points.put(parameter, table.pointsFor(value));
        }
    }

    private EarlyWarningScore complete(Map<EarlyWarningParameter, Integer> points) {
        var total = points.values().stream().mapToInt(Integer::intValue).sum();
        return new EarlyWarningScore(total, band(total, points), points, scale);
    }

    private RiskBand band(int total, Map<EarlyWarningParameter, Integer> points) {
        var single = rule.singleParameter();
        if (single.band().contains(total) && points.containsValue(single.points())) {
            return single.band();
        }
        return rule.risks().stream()
                .filter(band -> band.contains(total))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No risk holds " + total));
    }

    private static <T> int pointsOf(Map<T, Integer> points, T key) {
        var found = points.get(key);
        if (found == null) {
            throw new IllegalStateException("No points for " + key);
        }
        return found;
    }
}
