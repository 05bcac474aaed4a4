package org.relais.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * The numbers an item accepts, both ends included. An answer is kept as a whole number of its finest step: with one
 * decimal 0.5 is kept as 5, and the limits are written so too.
 *
 * @param decimals how many decimals may be told, none when absent
 * @param unit null where the title says it
 */
public record NumberRange(
        int lowest,
        int highest,
        @Nullable Integer decimals,
        @Nullable LocalText unit) {

    public NumberRange {
        decimals = decimals == null ? 0 : decimals;
        Must.hold(lowest >= 0 && lowest < highest, "A range of numbers is empty or negative: " + lowest);
        Must.hold(decimals >= 0 && decimals <= 3, "A range of numbers has an odd number of decimals: " + decimals);
    }

    public boolean contains(int value) {
        return lowest <= value && value <= highest;
    }

    /** The number that a kept answer stands for. */
    public BigDecimal number(int kept) {
        return BigDecimal.valueOf(kept, scale());
    }

    /**
     * How a number is kept.
     *
     * @throws ArithmeticException when it has more decimals than may be told, or is too large to be kept
     */
    public int kept(BigDecimal number) {
        return number.setScale(scale(), RoundingMode.UNNECESSARY)
                .unscaledValue()
                .intValueExact();
    }

    private int scale() {
        return decimals == null ? 0 : decimals;
    }
}
