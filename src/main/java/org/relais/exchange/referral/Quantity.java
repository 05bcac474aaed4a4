package org.relais.exchange.referral;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A measured amount, with all its decimals.
 *
 * @param comparator {@code <}, {@code <=}, {@code >=}, {@code >} when the amount is only a bound
 * @param unit the unit in words
 * @param system the system of the unit's code, usually UCUM
 * @param code the unit's code
 */
public record Quantity(
        BigDecimal value,
        @Nullable String comparator,
        @Nullable String unit,
        @Nullable String system,
        @Nullable String code) {}
