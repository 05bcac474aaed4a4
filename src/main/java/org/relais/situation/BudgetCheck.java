package org.relais.situation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks a budget as it was typed. A refusal names its line: {@code lines.2.amount}, {@code debts.0.creditor}. Pure. */
final class BudgetCheck {

    private static final int CENTS = 2;

    private final BudgetList list;

    BudgetCheck(BudgetList list) {
        this.list = list;
    }

    List<BudgetLine> lines(List<BudgetLine> told, int debts) {
        if (told.isEmpty() && debts == 0) {
            throw new InvalidInput("lines", "situation.error.budget-empty");
        }
        if (told.size() + debts > list.mostLines()) {
            throw new InvalidInput("lines", "situation.error.budget-long", list.mostLines());
        }
        return java.util.stream.IntStream.range(0, told.size())
                .mapToObj(at -> line("lines." + at, told.get(at)))
                .toList();
    }

    List<Debt> debts(List<Debt> told) {
        return java.util.stream.IntStream.range(0, told.size())
                .mapToObj(at -> debt("debts." + at, told.get(at)))
                .toList();
    }

    private BudgetLine line(String at, BudgetLine line) {
        if (list.choices(line.side()).stream().noneMatch(one -> one.code().equals(line.code()))) {
            throw new InvalidInput(at + ".code", "situation.error.answer");
        }
        return new BudgetLine(
                line.side(),
                line.code(),
                FreeText.optionalLine(at + ".words", line.words(), FreeText.LINE),
                amount(at + ".amount", line.amount(), true));
    }

    private Debt debt(String at, Debt debt) {
        var creditor = FreeText.requireLine(at + ".creditor", debt.creditor(), FreeText.LINE);
        var status = debt.status();
        var known = status == null ? null : list.debtStatus(status).orElse(null);
        if (known == null) {
            throw new InvalidInput(at + ".status", "situation.error.answer");
        }
        var instalment = amount(at + ".instalment", debt.instalment(), false);
        if (Boolean.TRUE.equals(known.settled()) && instalment != null && instalment.signum() > 0) {
            throw new InvalidInput(at + ".instalment", "situation.error.debt-settled");
        }
        return new Debt(
                creditor,
                amount(at + ".amount", debt.amount(), true),
                known.code(),
                instalment,
                FreeText.optionalLine(at + ".plan", debt.plan(), FreeText.LINE));
    }

    private @Nullable BigDecimal amount(String field, @Nullable BigDecimal amount, boolean required) {
        if (amount == null) {
            if (required) {
                throw new InvalidInput(field, "shared.error.required");
            }
            return null;
        }
        if (amount.signum() < 0 || amount.compareTo(list.most()) > 0) {
            throw new InvalidInput(field, "situation.error.amount", list.most());
        }
        if (amount.stripTrailingZeros().scale() > CENTS) {
            throw new InvalidInput(field, "situation.error.cents");
        }
        return amount.setScale(CENTS);
    }
}
