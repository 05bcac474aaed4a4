package org.relais.plan;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody wants to reduce: to so many days in 28, to an amount, or both.
 *
 * @param days of use in 28, 0 to 28
 * @param unit what the amount counts, as the person says it
 */
public record UseTarget(
        @Nullable Integer days,
        @Nullable BigDecimal amount,
        @Nullable String unit) {

    /** Nothing was said. */
    public static final UseTarget NONE = new UseTarget(null, null, null);
}
