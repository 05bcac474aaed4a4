package org.relais.situation;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What comes in or goes out in a month.
 *
 * @param code of the {@link BudgetList}
 * @param words what it is more exactly, one line up to 200 characters
 * @param amount of a month, never negative, in the currency of the budget
 */
public record BudgetLine(
        Side side,
        String code,
        @Nullable String words,
        @Nullable BigDecimal amount) {

    /** Whether it comes in or goes out. */
    public enum Side {
        INCOME,
        EXPENSE;

        /** The key of its word in the bundles. */
        public String key() {
            return "situation.budget.side." + name().toLowerCase(Locale.ROOT);
        }
    }
}
