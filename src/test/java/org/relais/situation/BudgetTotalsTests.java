package org.relais.situation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.shared.InvalidInput;
import org.relais.shared.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a month comes to (domain reference F.4), to the cent. */
class BudgetTotalsTests {

    @Test
    void what_is_left_to_live_on_is_the_balance_less_the_instalments() {
        var totals = BudgetTotals.of(
                List.of(income("971.37"), income("0.10"), income("0.20"), expense("412.05"), expense("88.00")),
                List.of(debt("1200.00", "50.25"), debt("300.00", null)));
        assertThat(totals.income()).isEqualByComparingTo("971.67");
        assertThat(totals.expense()).isEqualByComparingTo("500.05");
        assertThat(totals.balance()).isEqualByComparingTo("471.62");
        assertThat(totals.restToLive()).isEqualByComparingTo("421.37");
        assertThat(totals.verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void less_than_nothing_warns_and_nothing_does_not() {
        assertThat(BudgetTotals.of(List.of(income("500"), expense("500")), List.of())
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(BudgetTotals.of(List.of(income("500"), expense("500.01")), List.of())
                        .verdict())
                .isEqualTo(Verdict.WARN);
        var owing = BudgetTotals.of(List.of(income("500"), expense("480")), List.of(debt("900", "20.01")));
        assertThat(owing.balance()).isEqualByComparingTo("20");
        assertThat(owing.restToLive()).isEqualByComparingTo("-0.01");
        assertThat(owing.verdict()).isEqualTo(Verdict.WARN);
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("lines.0.code", new BudgetLine(BudgetLine.Side.INCOME, "RENT", null, BigDecimal.ONE), null),
                new Refused("lines.0.amount", new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", null, null), null),
                new Refused(
                        "lines.0.amount",
                        new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", null, new BigDecimal("-0.01")),
                        null),
                new Refused(
                        "lines.0.amount",
                        new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", null, new BigDecimal("0.001")),
                        null),
                new Refused(
                        "lines.0.amount",
                        new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", null, new BigDecimal("10000000")),
                        null),
                new Refused(
                        "lines.0.words", new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", "a\nb", BigDecimal.ONE), null),
                new Refused("debts.0.creditor", null, new Debt(" ", BigDecimal.ONE, "OPEN", null, null)),
                new Refused("debts.0.amount", null, new Debt("Bailleur", null, "OPEN", null, null)),
                new Refused("debts.0.status", null, new Debt("Bailleur", BigDecimal.ONE, "GONE", null, null)),
                new Refused("debts.0.status", null, new Debt("Bailleur", BigDecimal.ONE, null, null, null)),
                new Refused(
                        "debts.0.instalment",
                        null,
                        new Debt("Bailleur", BigDecimal.ONE, "SETTLED", BigDecimal.ONE, null)));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Refused told) {
        var check = new BudgetCheck(Lists.BUDGET);
        assertThatThrownBy(() -> {
                    if (told.line() != null) {
                        check.lines(List.of(told.line()), 0);
                    }
                    if (told.debt() != null) {
                        check.debts(List.of(told.debt()));
                    }
                })
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(told.field()));
    }

    @Test
    void each_country_has_its_currency() {
        assertThat(Lists.BUDGET.currency("FR")).isEqualTo("EUR");
        assertThat(Lists.BUDGET.currency("SE")).isEqualTo("SEK");
        assertThat(Lists.BUDGET.currency("ELSEWHERE")).isEqualTo("EUR");
    }

    static BudgetLine income(String amount) {
        return new BudgetLine(BudgetLine.Side.INCOME, "WAGES", null, new BigDecimal(amount));
    }

    static BudgetLine expense(String amount) {
        return new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", null, new BigDecimal(amount));
    }

    static Debt debt(String amount, @Nullable String instalment) {
        return new Debt(
                "Bailleur",
                new BigDecimal(amount),
                "PLAN",
                instalment == null ? null : new BigDecimal(instalment),
                null);
    }

    record Refused(
            String field,
            @Nullable BudgetLine line,
            @Nullable Debt debt) {}
}
