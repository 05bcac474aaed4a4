package org.relais.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.shared.StaffId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How states follow each other, and which may be told beside which. */
class StatePeriodsTests {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);
    static final PersonId PERSON = PersonId.create();
    static final CentreId CENTRE = CentreId.create();
    static final StaffId WORKER = StaffId.create();

    @Test
    void a_state_ends_the_day_before_the_next_one_also_over_the_turn_of_a_year() {
        var periods = StatePeriods.of(
                List.of(row("ETHOS_8", day("2025-12-31"), null), row("ETHOS_0", day("2026-01-01"), null)));
        assertThat(periods)
                .extracting(StatePeriodsTests::words)
                .containsExactly("ETHOS_0 2026-01-01 null", "ETHOS_8 2025-12-31 2025-12-31");
    }

    @Test
    void the_29th_of_february_is_a_day_like_others() {
        var periods = StatePeriods.of(
                List.of(row("ETHOS_8", day("2024-01-10"), null), row("ETHOS_0", day("2024-03-01"), null)));
        assertThat(periods.getLast().to()).isEqualTo(day("2024-02-29"));
    }

    @Test
    void a_state_told_for_the_past_ends_where_the_next_one_began() {
        var periods = StatePeriods.of(
                List.of(row("ETHOS_0", day("2026-01-01"), null), row("ETHOS_2", day("2025-06-01"), null)));
        assertThat(periods)
                .extracting(StatePeriodsTests::words)
                .containsExactly("ETHOS_0 2026-01-01 null", "ETHOS_2 2025-06-01 2025-12-31");
    }

    @Test
    void a_state_with_a_last_day_leaves_a_gap_in_which_nothing_is_known() {
        var periods = StatePeriods.of(
                List.of(row("ETHOS_2", day("2025-06-01"), day("2025-06-30")), row("ETHOS_0", day("2026-01-01"), null)));
        assertThat(StatePeriods.on(periods, day("2025-06-30"))).isPresent();
        assertThat(StatePeriods.on(periods, day("2025-07-01"))).isEmpty();
        assertThat(StatePeriods.on(periods, day("2026-01-01"))).isPresent();
    }

    @Test
    void a_state_agreed_for_the_future_does_not_hold_yet_and_ends_the_one_of_today_in_time() {
        var periods = StatePeriods.of(
                List.of(row("ETHOS_3", day("2026-01-01"), null), row("ETHOS_0", day("2026-04-01"), null)));
        assertThat(StatePeriods.on(periods, TODAY).orElseThrow().state().code()).isEqualTo("ETHOS_3");
        assertThat(periods.getFirst().after(TODAY)).isTrue();
        assertThat(periods.getLast().to()).isEqualTo(day("2026-03-31"));
    }

    @Test
    void of_two_that_begin_on_one_day_the_one_told_last_holds() {
        var first = row("ETHOS_3", TODAY, null);
        var second = row("ETHOS_8", TODAY, null);
        var later = new StateRow(
                second.id(),
                PERSON,
                CENTRE,
                null,
                StateKind.HOUSING,
                1,
                "ETHOS_8",
                false,
                TODAY,
                null,
                null,
                null,
                null,
                null,
                first.recordedAt().plusSeconds(1),
                WORKER,
                EntryId.create());
        assertThat(StatePeriods.of(List.of(later, first)))
                .singleElement()
                .satisfies(period -> assertThat(period.state().code()).isEqualTo("ETHOS_8"));
    }

    @Test
    void what_was_corrected_and_what_only_takes_back_makes_no_period() {
        var wrong = row("ETHOS_3", TODAY, null);
        var replaced = new StateRow(
                wrong.id(),
                PERSON,
                CENTRE,
                null,
                StateKind.HOUSING,
                1,
                "ETHOS_3",
                false,
                TODAY,
                null,
                null,
                null,
                null,
                SituationStateId.create(),
                wrong.recordedAt(),
                WORKER,
                EntryId.create());
        assertThat(StatePeriods.of(List.of(replaced, row(null, TODAY, null)))).isEmpty();
    }

    @Test
    void however_states_are_told_no_day_has_two() {
        var random = new Random(7);
        for (var run = 0; run < 300; run++) {
            var rows = new ArrayList<StateRow>();
            for (var told = random.nextInt(1, 8); told > 0; told--) {
                var from = TODAY.plusDays(random.nextInt(30));
                rows.add(row(
                        "ETHOS_" + random.nextInt(14),
                        from,
                        random.nextBoolean() ? null : from.plusDays(random.nextInt(20))));
            }
            var periods = StatePeriods.of(rows);
            for (var day = 0; day < 60; day++) {
                var on = TODAY.plusDays(day);
                assertThat(periods.stream()
                                .filter(period -> period.contains(on))
                                .count())
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("code", null, TODAY, null),
                new Refused("code", "EMPLOYED_FULL", TODAY, null),
                new Refused("from", "ETHOS_1", null, null),
                new Refused("from", "ETHOS_1", TODAY.plusMonths(12).plusDays(1), null),
                new Refused("from", "ETHOS_1", TODAY.minusYears(80).minusDays(1), null),
                new Refused("from", "ETHOS_1", day("2026-02-01"), null),
                new Refused("to", "ETHOS_1", TODAY, TODAY.minusDays(1)),
                new Refused("to", "ETHOS_1", day("2026-01-15"), day("2026-02-01")));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Refused told) {
        var beside = List.of(row("ETHOS_3", day("2026-02-01"), null));
        assertThatThrownBy(() -> new StateChecks(Lists.STATES, TODAY)
                        .checked(StateKind.HOUSING, told.code(), false, told.from(), told.to(), null, beside))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(told.field()));
    }

    @Test
    void on_the_edges_it_is_taken() {
        var checks = new StateChecks(Lists.STATES, TODAY);
        var beside = List.of(row("ETHOS_3", day("2026-02-01"), null));
        assertThat(checks.checked(StateKind.HOUSING, "ETHOS_1", false, TODAY.plusMonths(12), null, null, beside)
                        .from())
                .isEqualTo(TODAY.plusMonths(12));
        assertThat(checks.checked(StateKind.HOUSING, "ETHOS_1", false, TODAY, TODAY, null, beside)
                        .to())
                .isEqualTo(TODAY);
        assertThat(checks.checked(
                                StateKind.HOUSING, "ETHOS_1", false, day("2026-01-15"), day("2026-01-31"), null, beside)
                        .to())
                .isEqualTo(day("2026-01-31"));
        assertThat(checks.checked(StateKind.HOUSING, "ETHOS_1", true, TODAY, null, null, beside)
                        .lasting())
                .isFalse();
        assertThat(checks.checked(StateKind.HOUSING, "ETHOS_12", true, TODAY, null, null, beside)
                        .lasting())
                .isTrue();
    }

    static StateRow row(@Nullable String code, LocalDate from, @Nullable LocalDate to) {
        return row(StateKind.HOUSING, code, false, from, to);
    }

    static StateRow row(
            StateKind kind, @Nullable String code, boolean lasting, LocalDate from, @Nullable LocalDate to) {
        return new StateRow(
                SituationStateId.create(),
                PERSON,
                CENTRE,
                null,
                kind,
                1,
                code,
                lasting,
                from,
                to,
                null,
                null,
                null,
                null,
                Instant.parse("2026-03-14T09:00:00Z"),
                WORKER,
                EntryId.create());
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String words(StatePeriod period) {
        return period.state().code() + " " + period.from() + " " + period.to();
    }

    record Refused(
            String field,
            @Nullable String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
