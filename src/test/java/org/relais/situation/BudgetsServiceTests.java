package org.relais.situation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.shared.BudgetId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Budgets as versions, on a real database. */
@RelaisTest
@Import(SocialCases.class)
class BudgetsServiceTests {

    @Autowired
    House house;

    @Autowired
    SocialCases cases;

    @Autowired
    Budgets budgets;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = cases.register(here);
    }

    @Test
    void every_line_and_debt_comes_back_to_the_cent_in_its_order() {
        var lines = List.of(
                new BudgetLine(BudgetLine.Side.INCOME, "WAGES", "Chantier", new BigDecimal("971.37")),
                new BudgetLine(BudgetLine.Side.EXPENSE, "RENT", null, new BigDecimal("412.05")),
                new BudgetLine(BudgetLine.Side.INCOME, "HELP", null, new BigDecimal("40.00")));
        var debts = List.of(
                new Debt("Bailleur", new BigDecimal("1200.00"), "PLAN", new BigDecimal("50.25"), "24 mois"),
                new Debt("Opérateur", new BigDecimal("88.10"), "OPEN", null, null));
        save(0, lines, debts, false);
        var kept = history().current().orElseThrow();
        assertThat(kept.lines()).isEqualTo(lines);
        assertThat(kept.debts()).isEqualTo(debts);
        assertThat(kept.currency()).isEqualTo("EUR");
        assertThat(kept.totals().restToLive()).isEqualByComparingTo("549.07");
        assertThat(kept.acknowledged()).isFalse();
    }

    @Test
    void less_than_nothing_is_kept_only_when_its_author_saw_it() {
        var lines = List.of(BudgetTotalsTests.income("500"), BudgetTotalsTests.expense("500.01"));
        assertThatThrownBy(() -> save(0, lines, List.of(), false))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("acknowledged"));
        assertThat(history().versions()).isEmpty();
        save(0, lines, List.of(), true);
        assertThat(history().current().orElseThrow().acknowledged()).isTrue();
    }

    @Test
    void a_change_is_a_new_version_and_the_second_of_two_sees_the_first() {
        save(0, List.of(BudgetTotalsTests.income("500")), List.of(), false);
        save(1, List.of(BudgetTotalsTests.income("600")), List.of(), false);
        assertThatThrownBy(() -> save(1, List.of(BudgetTotalsTests.income("700")), List.of(), false))
                .isInstanceOfSatisfying(
                        StaleBudget.class,
                        stale -> assertThat(stale.stored().totals().income()).isEqualByComparingTo("600"));
        assertThat(history().versions()).extracting(Budget::version).containsExactly(2, 1);
        assertThat(history().versionAt(here.centre())).isEqualTo(2);
    }

    @Test
    void of_two_at_the_same_moment_one_is_kept() throws Exception {
        var barrier = new CyclicBarrier(2);
        Callable<String> one = () -> {
            barrier.await();
            try {
                save(0, List.of(BudgetTotalsTests.income("500")), List.of(), false);
                return "kept";
            } catch (StaleBudget quicker) {
                return "stale";
            }
        };
        var said = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var future : pool.invokeAll(List.of(one, one))) {
                said.add(future.get());
            }
        }
        assertThat(said).containsExactlyInAnyOrder("kept", "stale");
    }

    @Test
    void a_second_click_and_an_empty_budget_keep_nothing() {
        var command = new SaveBudget(
                BudgetId.create(), here.centre(), 0, List.of(BudgetTotalsTests.income("5")), List.of(), false);
        here.as(Role.SOCIAL_WORKER, () -> budgets.save(cases.write(person), command));
        here.as(Role.SOCIAL_WORKER, () -> budgets.save(cases.write(person), command));
        assertThat(history().versions()).hasSize(1);
        assertThatThrownBy(() -> save(1, List.of(), List.of(), false)).isInstanceOf(InvalidInput.class);
        assertThat(here.as(Role.NURSE, () -> budgets.of(cases.read(person))).withheld())
                .isTrue();
    }

    private void save(int expected, List<BudgetLine> lines, List<Debt> debts, boolean acknowledged) {
        here.as(
                Role.SOCIAL_WORKER,
                () -> budgets.save(
                        cases.write(person),
                        new SaveBudget(BudgetId.create(), here.centre(), expected, lines, debts, acknowledged)));
    }

    private BudgetHistory history() {
        return here.as(Role.SOCIAL_WORKER, () -> budgets.of(cases.read(person)));
    }
}
