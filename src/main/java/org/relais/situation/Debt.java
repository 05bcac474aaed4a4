package org.relais.situation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What the person owes to one creditor.
 *
 * @param creditor one line up to 200 characters
 * @param amount what is still owed
 * @param status a code of the {@link BudgetList}
 * @param instalment what is paid for it in a month; null where nothing is
 * @param plan what was agreed with the creditor, one line up to 200 characters
 */
public record Debt(
        @Nullable String creditor,
        @Nullable BigDecimal amount,
        @Nullable String status,
        @Nullable BigDecimal instalment,
        @Nullable String plan) {}
