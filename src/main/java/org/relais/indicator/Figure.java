package org.relais.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What one figure came to: exact, and rounded only where it is shown (domain reference H.3: one decimal, half up, on the
 * exact ratio). Nothing below the line is not zero: it is null, "n/a".
 *
 * @param facts how many things were counted
 * @param numerator above the line
 * @param denominator below the line
 * @param amounts how often each amount was measured, in whole units; empty where nothing is measured
 */
public record Figure(long facts, long numerator, long denominator, NavigableMap<Integer, Long> amounts) {

    /** Nothing was counted. */
    public static final Figure NONE = new Figure(0, 0, 0, Collections.emptyNavigableMap());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECILES = 10;
    private static final int NINTH = 9;

    public Figure {
        amounts = Collections.unmodifiableNavigableMap(new TreeMap<>(amounts));
    }

    /** In percent, one decimal; null without a denominator. */
    public @Nullable BigDecimal percent() {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
    }

    /** How many amounts were measured. */
    public long measured() {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One decimal; null when nothing was measured. */
    public @Nullable BigDecimal mean() {
        var count = measured();
        if (count == 0) {
            return null;
        }
        var sum = amounts.entrySet().stream()
                .map(amount -> BigDecimal.valueOf(amount.getKey()).multiply(BigDecimal.valueOf(amount.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }

    /** The middle one, or the mean of the middle two; null when nothing was measured. */
    public @Nullable BigDecimal median() {
        var count = measured();
        return count == 0
                ? null
                : BigDecimal.valueOf((long) at((count + 1) / 2) + at(count / 2 + 1))
                        .divide(BigDecimal.TWO, 1, RoundingMode.HALF_UP);
    }

    /** The ninth decile by nearest rank; null when nothing was measured. */
    public @Nullable Integer ninthDecile() {
        var count = measured();
        return count == 0 ? null : at((count * NINTH + DECILES - 1) / DECILES);
    }

    /** Both together. */
    public Figure plus(Figure other) {
        var together = new TreeMap<>(amounts);
        other.amounts.forEach((amount, times) -> together.merge(amount, times, Figure::orNothing));
        return new Figure(facts + other.facts, numerator + other.numerator, denominator + other.denominator, together);
    }

    /** What is left when the other is taken out. */
    public Figure minus(Figure other) {
        var left = new TreeMap<>(amounts);
        other.amounts.forEach((amount, times) -> left.merge(amount, -times, Figure::orNothing));
        return new Figure(facts - other.facts, numerator - other.numerator, denominator - other.denominator, left);
    }

    private static @Nullable Long orNothing(Long one, Long other) {
        var sum = one + other;
        return sum == 0 ? null : sum;
    }

    // The amount at a rank, from 1
    private int at(long rank) {
        var passed = 0L;
        for (var amount : amounts.entrySet()) {
            passed += amount.getValue();
            if (passed >= rank) {
                return amount.getKey();
            }
        }
        throw new IllegalArgumentException("No amount has rank " + rank);
    }
}
