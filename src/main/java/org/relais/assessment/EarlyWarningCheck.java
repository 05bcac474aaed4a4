package org.relais.assessment;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What must hold between the parts of an early-warning file before a single score may come from it. */
final class EarlyWarningCheck implements Consumer<EarlyWarning> {

    @Override
    public void accept(EarlyWarning warning) {
        Must.hold(
                warning.inhaledGas().keySet().containsAll(List.of(InhaledGas.values())),
                "Points are missing for air or oxygen");
        Must.hold(
                warning.consciousness().keySet().containsAll(List.of(Consciousness.values())),
                "Points are missing for a level of consciousness");
        Must.hold(
                least(warning.inhaledGas().values()) >= 0
                        && least(warning.consciousness().values()) >= 0,
                "Negative points");
        checkMaximum(warning);
        checkRisks(warning);
    }

    private static void checkMaximum(EarlyWarning warning) {
        var saturation = warning.oxygenSaturation();
        var sum = warning.respiratoryRate().highest()
                + IntStream.of(
                                saturation.scale1().highest(),
                                saturation.scale2OnAir().highest(),
                                saturation.scale2OnOxygen().highest())
                        .max()
                        .orElseThrow()
                + Collections.max(warning.inhaledGas().values())
                + warning.systolicPressure().highest()
                + warning.pulse().highest()
                + Collections.max(warning.consciousness().values())
                + warning.temperature().highest();
        Must.hold(
                sum == warning.maximum(),
                "The maximum says " + warning.maximum() + " but the parameters add up to " + sum);
    }

    private static void checkRisks(EarlyWarning warning) {
        int next = 0;
        for (var band : warning.risks()) {
            Must.hold(
                    band.from() == next,
                    "The risks leave a gap or overlap: " + band.risk() + " begins at " + band.from() + ", not at "
                            + next);
            next = band.to() + 1;
        }
        Must.hold(
                next == warning.maximum() + 1,
                "The risks end at " + (next - 1) + ", the maximum is " + warning.maximum());
        var single = warning.singleParameter();
        Must.hold(
                single.points() == single.band().from() && single.band().to() <= warning.maximum(),
                "The range of the single parameter begins at its points and ends within the maximum");
    }

    private static int least(Collection<Integer> points) {
        return Collections.min(points);
    }
}
