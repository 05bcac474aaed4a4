package org.relais.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.relais.demand.CaseRule.Judged;
import org.relais.demand.CaseRule.Treatment;
import org.relais.demand.CaseRule.Verdict;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

/** Who counts as a client of a year: each rule alone, then all of them over invented lives against a slower reading. */
class CaseRuleTests {

    private static final int YEAR = 2026;
    private static final int MONTHS = 6;

    private final CentreId here = CentreId.create();
    private final CentreId there = CentreId.create();
    private final PersonId person = PersonId.create();

    @Test
    void a_first_treatment_is_unknown_to_the_records() {
        var first = treatment(here, "2026-03-01", null);
        assertThat(previous(first, first)).isNull();
    }

    @Test
    void a_treatment_that_goes_on_elsewhere_makes_the_next_one_continuing() {
        var open = treatment(there, "2024-03-01", null);
        var next = treatment(here, "2026-03-01", null);
        assertThat(previous(next, open, next)).isEqualTo(CaseRule.CONTINUING);
    }

    @Test
    void six_months_without_contact_begin_a_new_demand_and_a_day_less_does_not() {
        var ended = treatment(here, "2025-01-01", "2025-09-01");
        assertThat(previous(treatment(here, "2026-03-01", null), ended)).isEqualTo(CaseRule.SAME);
        assertThat(previous(treatment(there, "2026-03-01", null), ended)).isEqualTo(CaseRule.OTHER);
        assertThat(previous(treatment(here, "2026-02-28", null), ended)).isEqualTo(CaseRule.CONTINUING);
        assertThat(previous(treatment(there, "2026-02-28", null), ended)).isEqualTo(CaseRule.CONTINUING);
    }

    @Test
    void what_began_later_was_not_before() {
        var now = treatment(here, "2026-03-01", null);
        assertThat(previous(now, now, treatment(there, "2026-04-01", null))).isNull();
    }

    @Test
    void the_records_are_believed_where_they_know_more_and_nobody_is_new_who_was_not_asked() {
        assertThat(CaseRule.status(null, null, "NK")).isEqualTo("NK");
        assertThat(CaseRule.status("NEVER", null, "NK")).isEqualTo("NEVER");
        assertThat(CaseRule.status("NEVER", CaseRule.SAME, "NK")).isEqualTo(CaseRule.SAME);
        assertThat(CaseRule.status("NK", CaseRule.OTHER, "NK")).isEqualTo(CaseRule.OTHER);
        assertThat(CaseRule.status("PREV_OTHER", CaseRule.SAME, "NK")).isEqualTo("PREV_OTHER");
        assertThat(CaseRule.status("PREV_OTHER", CaseRule.CONTINUING, "NK")).isEqualTo(CaseRule.CONTINUING);
        assertThat(CaseRule.status("CONTINUING", null, "NK")).isEqualTo(CaseRule.CONTINUING);
    }

    @Test
    void the_earliest_beginning_that_counts_is_kept_and_the_others_are_told() {
        var old = treatment(here, "2025-10-01", "2026-01-10");
        var continuing = treatment(here, "2026-02-01", "2026-02-03");
        var counts = treatment(there, "2026-09-01", "2026-09-02");
        var lastYear = treatment(here, "2027-08-01", null);
        var outcome = clients(Set.of(), old, continuing, counts, lastYear);
        assertThat(outcome.clients()).containsExactly(counts);
        assertThat(outcome.continuing()).isOne();
        assertThat(outcome.excluded()).isZero();
    }

    @Test
    void a_second_beginning_of_the_year_is_told_and_not_counted() {
        var first = treatment(here, "2026-01-05", "2026-01-10");
        var second = treatment(there, "2026-08-01", "2026-08-02");
        var outcome = clients(Set.of(), second, first);
        assertThat(outcome.clients()).containsExactly(first);
        assertThat(outcome.repeated()).isOne();
    }

    @Test
    void alcohol_first_does_not_count_and_leaves_a_later_beginning_to_count() {
        var alcohol = treatment(here, "2026-01-05", "2026-01-10");
        var heroin = treatment(here, "2026-09-01", null);
        var outcome = clients(Set.of(alcohol.episode()), alcohol, heroin);
        assertThat(outcome.clients()).containsExactly(heroin);
        assertThat(outcome.excluded()).isOne();
    }

    @Test
    void over_invented_lives_it_says_what_a_slower_reading_says() {
        var random = new Random(20_261_123);
        for (var round = 0; round < 60; round++) {
            var treatments = new ArrayList<Treatment>();
            var excluded = new HashSet<EpisodeId>();
            for (var lives = 0; lives < 12; lives++) {
                var who = PersonId.create();
                for (var n = random.nextInt(5); n > 0; n--) {
                    var start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1200));
                    var end = random.nextInt(4) == 0 ? null : start.plusDays(random.nextInt(300));
                    var one = new Treatment(EpisodeId.create(), who, random.nextBoolean() ? here : there, start, end);
                    treatments.add(one);
                    if (random.nextInt(5) == 0) {
                        excluded.add(one.episode());
                    }
                }
            }
            var found = clients(excluded, treatments.toArray(Treatment[]::new));
            assertThat(new TreeSet<>(found.clients().stream()
                            .map(one -> one.episode().toString())
                            .toList()))
                    .isEqualTo(slowly(treatments, excluded));
        }
    }

    /** Day by day: a person is in contact on every day of a treatment, and counts on the first day that may. */
    private static Set<String> slowly(List<Treatment> treatments, Set<EpisodeId> excluded) {
        var counted = new TreeSet<String>();
        var done = new HashSet<PersonId>();
        for (var day = LocalDate.of(YEAR, 1, 1); day.getYear() == YEAR; day = day.plusDays(1)) {
            var today = day;
            treatments.stream()
                    .filter(one -> one.start().equals(today))
                    .sorted(Comparator.comparing(one -> one.episode().value()))
                    .forEach(one -> {
                        var contact = false;
                        for (var back = today.minusMonths(MONTHS).plusDays(1);
                                !back.isAfter(today);
                                back = back.plusDays(1)) {
                            var then = back;
                            contact |= treatments.stream()
                                    .filter(other -> other.person().equals(one.person()) && !other.equals(one))
                                    .filter(other -> other.start().isBefore(one.start())
                                            || (other.start().equals(one.start())
                                                    && other.episode()
                                                                    .value()
                                                                    .compareTo(one.episode()
                                                                            .value())
                                                            < 0))
                                    .anyMatch(other -> !other.start().isAfter(then)
                                            && (other.end() == null
                                                    || !other.end().isBefore(then)));
                        }
                        if (!contact && !excluded.contains(one.episode()) && done.add(one.person())) {
                            counted.add(one.episode().toString());
                        }
                    });
        }
        return counted;
    }

    private CaseRule.Outcome<Treatment> clients(Set<EpisodeId> excluded, Treatment... treatments) {
        return new CaseRule(YEAR, MONTHS)
                .clients(
                        List.of(treatments),
                        (treatment, previous) -> new Judged<>(
                                excluded.contains(treatment.episode())
                                        ? Verdict.EXCLUDED
                                        : Objects.equals(previous, CaseRule.CONTINUING)
                                                ? Verdict.CONTINUING
                                                : Verdict.CLIENT,
                                treatment));
    }

    private @Nullable String previous(Treatment treatment, Treatment... all) {
        return CaseRule.previous(treatment, List.of(all), MONTHS).orElse(null);
    }

    private Treatment treatment(CentreId centre, String start, @Nullable String end) {
        return new Treatment(
                EpisodeId.create(), person, centre, LocalDate.parse(start), end == null ? null : LocalDate.parse(end));
    }
}
