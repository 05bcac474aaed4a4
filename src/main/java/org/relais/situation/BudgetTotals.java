package org.relais.situation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Predicate;

import org.relais.shared.Verdict;

/**
 * What a month comes to (domain reference F.4): {@code balance = income - expense}, {@code restToLive = balance -
 * instalments of debts}. Exact; pure.
 */
public record BudgetTotals(
        BigDecimal income, BigDecimal expense, BigDecimal instalments, BigDecimal balance, BigDecimal restToLive) {

    public static BudgetTotals of(Collection<BudgetLine> lines, Collection<Debt> debts) {
        var income = sum(lines, line -> line.side() == BudgetLine.Side.INCOME);
        var expense = sum(lines, line -> line.side() == BudgetLine.Side.EXPENSE);
        var instalments = debts.stream()
                .map(Debt::instalment)
                .map(BudgetTotals::orNothing)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var balance = income.subtract(expense);
        return new BudgetTotals(income, expense, instalments, balance, balance.subtract(instalments));
    }

    /** What the month calls for: a warning when less than nothing is left to live on. */
    public Verdict verdict() {
        return restToLive.signum() < 0 ? Verdict.WARN : Verdict.ALLOW;
    }

    private static BigDecimal sum(Collection<BudgetLine> lines, Predicate<BudgetLine> which) {
        return lines.stream()
                .filter(which)
                .map(BudgetLine::amount)
                .map(BudgetTotals::orNothing)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal orNothing(@org.jspecify.annotations.Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
