package org.relais.history;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What was observed, as given: an amount with its unit, or words.
 *
 * @param amount with all its decimals; null when the value is words
 * @param comparator {@code <}, {@code <=}, {@code >=} or {@code >} when the amount is only a bound
 * @param unit as given
 * @param words null when the value is an amount
 */
public record GivenValue(
        @Nullable BigDecimal amount,
        @Nullable String comparator,
        @Nullable String unit,
        @Nullable String words) {

    /** A number, with its unit where there is one. */
    public static GivenValue of(BigDecimal amount, @Nullable String unit) {
        return new GivenValue(amount, null, unit, null);
    }

    /** Words, a coded answer or whatever else is only to be read. */
    public static GivenValue of(String words) {
        return new GivenValue(null, null, null, words);
    }
}
