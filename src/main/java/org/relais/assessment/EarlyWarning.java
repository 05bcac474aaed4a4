package org.relais.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.shared.Severity;

/**
 * One version of an early-warning score, as read from {@code rules/early-warning} (domain reference A.13). Use
 * {@link EarlyWarningScoring} to score it.
 *
 * @param snomedTotal the SNOMED CT code of the total; null where none is set
 * @param youngest the lowest age in years at which the score is valid
 * @param validInPregnancy whether it is valid during pregnancy
 * @param maximum the highest total
 * @param risks what a total means, ascending, covering every total once
 * @param singleParameter what a single high parameter means while the total is low
 */
public record EarlyWarning(
        RuleHeader rule,
        LocalText name,
        Licence licence,
        @Nullable String snomedTotal,
        int youngest,
        boolean validInPregnancy,
        int maximum,
        PointTable respiratoryRate,
        Saturation oxygenSaturation,
        Map<InhaledGas, Integer> inhaledGas,
        PointTable systolicPressure,
        PointTable pulse,
        Map<Consciousness, Integer> consciousness,
        PointTable temperature,
        List<RiskBand> risks,
        SingleParameter singleParameter)
        implements Rule {

    /** The tables for oxygen saturation: the second scale reads high values as too much oxygen. */
    public record Saturation(PointTable scale1, PointTable scale2OnAir, PointTable scale2OnOxygen) {

        public Saturation {
            Must.bePresent(scale1, "scale1");
            Must.bePresent(scale2OnAir, "scale2OnAir");
            Must.bePresent(scale2OnOxygen, "scale2OnOxygen");
        }

        PointTable of(SaturationScale scale, InhaledGas gas) {
            return switch (scale) {
                case SCALE_1 -> scale1;
                case SCALE_2 -> gas == InhaledGas.AIR ? scale2OnAir : scale2OnOxygen;
            };
        }
    }

    /**
     * What a range of totals means and asks for.
     *
     * @param to inclusive
     * @param response how often to observe again and whom to call
     */
    public record RiskBand(
            EarlyWarningRisk risk, int from, int to, Severity severity, LocalText label, LocalText response) {

        public RiskBand {
            Must.bePresent(risk, "risk");
            Must.bePresent(severity, "severity of " + risk);
            Must.bePresent(label, "label of " + risk);
            Must.bePresent(response, "response of " + risk);
            Must.hold(from <= to, "The risk " + risk + " ends before it begins");
        }

        boolean contains(int total) {
            return from <= total && total <= to;
        }
    }

    /**
     * @param points what one parameter must have
     * @param band counts instead of the total's own one, while the total lies in its range
     */
    public record SingleParameter(int points, RiskBand band) {

        public SingleParameter {
            Must.bePresent(band, "band of a single parameter");
        }
    }

    public EarlyWarning {
        Must.bePresent(rule, "rule");
        Must.bePresent(name, "name");
        Must.bePresent(licence, "licence");
        Must.bePresent(respiratoryRate, "respiratoryRate");
        Must.bePresent(oxygenSaturation, "oxygenSaturation");
        inhaledGas = Map.copyOf(Must.bePresent(inhaledGas, "inhaledGas"));
        Must.bePresent(systolicPressure, "systolicPressure");
        Must.bePresent(pulse, "pulse");
        consciousness = Map.copyOf(Must.bePresent(consciousness, "consciousness"));
        Must.bePresent(temperature, "temperature");
        risks = Must.beFilled(risks, "risks");
        Must.bePresent(singleParameter, "singleParameter");
    }

    /** What a stored total of this risk meant; empty when this version knows no such range. */
    public Optional<RiskBand> band(EarlyWarningRisk risk, int total) {
        return Stream.concat(Stream.of(singleParameter.band()), risks.stream())
                .filter(band -> band.risk() == risk && band.contains(total))
                .findFirst();
    }

    /**
     * Why the score is not valid for a person; empty when it is.
     *
     * @param age in completed years; empty when it is not known, which is no obstacle
     */
    public Optional<EarlyWarningObstacle> obstacle(OptionalInt age, boolean pregnant) {
        if (age.isPresent() && age.getAsInt() < youngest) {
            return Optional.of(EarlyWarningObstacle.TOO_YOUNG);
        }
        return pregnant && !validInPregnancy ? Optional.of(EarlyWarningObstacle.PREGNANCY) : Optional.empty();
    }
}
