package org.relais.assessment;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How an item's value follows from a measured vital sign: the first step whose limit is not exceeded.
 *
 * @param sign what was measured
 * @param steps ascending; only the last one has no limit
 */
public record Derivation(VitalSign sign, List<Step> steps) {

    /**
     * @param upTo the highest measurement of this step, in the unit of the sign; null for no limit
     * @param value the item's value
     */
    public record Step(@Nullable BigDecimal upTo, int value) {}

    public Derivation {
        Must.bePresent(sign, "sign of a derived item");
        steps = Must.beFilled(steps, "steps of a derived item");
        requireAscending(steps, "a derived item");
    }

    int of(BigDecimal measured) {
        return of(measured, steps);
    }

    static void requireAscending(List<Step> steps, String item) {
        for (int i = 0; i < steps.size(); i++) {
            var upTo = steps.get(i).upTo();
            Must.hold(upTo == null == (i == steps.size() - 1), "Only the last step of " + item + " is without limit");
            var before = i == 0 ? null : steps.get(i - 1).upTo();
            Must.hold(
                    before == null || upTo == null || before.compareTo(upTo) < 0,
                    "The steps of " + item + " do not ascend");
        }
    }

    static int of(BigDecimal measured, List<Step> steps) {
        for (var step : steps) {
            var upTo = step.upTo();
            if (upTo == null || measured.compareTo(upTo) <= 0) {
                return step.value();
            }
        }
        throw new IllegalStateException("The last step has no limit");
    }
}
