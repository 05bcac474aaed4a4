package org.relais.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Figures read from sums against a slower calculation that goes through the generated facts one by one; the sums kept up
 * change by change against those made anew.
 */
@RelaisTest
class IndicatorsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final List<String> RATIOS = List.of("K3", "K4", "K6", "K7", "K7_CANCELLED", "K12", "K16");
    private static final List<String> DURATIONS = List.of("K2", "K5");

    @Autowired
    House house;

    @Autowired
    Indicators indicators;

    @Autowired
    FactTable table;

    @Autowired
    SummingUp sums;

    @Autowired
    AccessService access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Protections protections;

    @Autowired
    StatementLog statements;

    Place here;
    Place elsewhere;
    Random random;
    House.@Nullable Member reader;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        random = new Random(20_261_123);
        reader = null;
    }

    @Test
    void figures_of_any_period_equal_those_counted_one_by_one() {
        var facts = generate(here, 3_000);
        facts.addAll(generate(elsewhere, 500));
        put(Set.of(), facts);
        var mine = facts.stream()
                .filter(fact -> fact.centre().equals(here.centre()))
                .toList();
        for (var round = 0; round < 60; round++) {
            var from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(520));
            var period = new Period(from, from.plusDays(random.nextInt(200)));
            var unit = random.nextInt(3) == 0;
            var question = new FigureQuestion(Set.of(here.centre()), unit ? Set.of(here.ward()) : Set.of());
            var sheets = figures(question, List.of(period, period.before()));
            for (var sheet : List.of(0, 1)) {
                var asked = sheet == 0 ? period : period.before();
                for (var code : RATIOS) {
                    assertThat(sheets.get(sheet).of(code))
                            .as("%s %s", code, asked)
                            .isEqualTo(slow(
                                    mine,
                                    code,
                                    asked,
                                    lag(code),
                                    fact -> !unit || here.ward().equals(fact.unit())));
                }
                for (var code : DURATIONS) {
                    assertThat(sheets.get(sheet).of(code))
                            .as("%s %s", code, asked)
                            .isEqualTo(slow(
                                    mine,
                                    code,
                                    asked,
                                    0,
                                    fact -> !unit || here.ward().equals(fact.unit())));
                }
                var nights = sheets.get(sheet).of("K1");
                assertThat(List.of(nights.numerator(), nights.denominator()))
                        .as("K1 %s", asked)
                        .isEqualTo(slowNights(
                                mine, asked, fact -> !unit || here.ward().equals(fact.unit())));
            }
        }
    }

    @Test
    void a_month_is_what_its_period_is_and_an_unripe_one_is_empty() {
        var facts = generate(here, 1_500);
        put(Set.of(), facts);
        var question = new FigureQuestion(Set.of(here.centre()), Set.of());
        var months = as(() -> indicators.months(reports(), question, TODAY.minusMonths(11), 12, TODAY));
        assertThat(months).hasSize(12);
        months.forEach((month, sheet) -> {
            var whole = new Period(month, month.plusMonths(1).minusDays(1));
            for (var code : RATIOS) {
                var ripe = !whole.to().plusDays(lag(code)).isAfter(TODAY);
                assertThat(sheet.of(code))
                        .as("%s %s", code, month)
                        .isEqualTo(ripe ? slow(facts, code, whole, 0, _ -> true) : Figure.NONE);
            }
            var nights = sheet.of("K1");
            assertThat(List.of(nights.numerator(), nights.denominator()))
                    .isEqualTo(slowNights(facts, whole, _ -> true));
        });
    }

    @Test
    void the_list_behind_a_figure_has_as_many_lines_as_it_says() {
        var facts = generate(here, 2_000);
        put(Set.of(), facts);
        var question = new FigureQuestion(Set.of(here.centre()), Set.of());
        var period = new Period(LocalDate.of(2025, 6, 10), LocalDate.of(2026, 1, 20));
        var sheet = figures(question, List.of(period)).getFirst();
        for (var code : List.of("K2", "K3", "K4", "K6", "K7", "K12")) {
            assertThat(listed(code, question, period, CountedPart.ALL))
                    .hasSize((int) sheet.of(code).facts());
        }
        for (var code : List.of("K3", "K4", "K7")) {
            assertThat(listed(code, question, period, CountedPart.NUMERATOR))
                    .hasSize((int) sheet.of(code).numerator());
            assertThat(listed(code, question, period, CountedPart.DENOMINATOR))
                    .hasSize((int) sheet.of(code).denominator());
        }
        var stays = listed("K1", question, period, CountedPart.NUMERATOR);
        assertThat(stays.stream().mapToLong(CountedFact::numerator).sum())
                .isEqualTo(sheet.of("K1").numerator());
        assertThat(new HashSet<>(stays)).hasSameSizeAs(stays);
    }

    @Test
    void sums_kept_up_change_by_change_equal_those_made_anew() {
        var kept = new HashSet<Fact>();
        for (var round = 0; round < 25; round++) {
            var gone = new HashSet<Fact>();
            kept.stream().filter(_ -> random.nextInt(6) == 0).forEach(gone::add);
            var fresh = new HashSet<>(generate(here, 40));
            put(gone, fresh);
            kept.removeAll(gone);
            kept.addAll(fresh);
        }
        var question = new FigureQuestion(Set.of(here.centre()), Set.of());
        var period = new Period(LocalDate.of(2025, 2, 3), LocalDate.of(2026, 4, 11));
        var before = figures(question, List.of(period, period.before()));
        var months = as(() -> indicators.months(reports(), question, TODAY.minusMonths(11), 12, TODAY));
        asTask();
        sums.sumEverything();
        assertThat(figures(question, List.of(period, period.before()))).isEqualTo(before);
        assertThat(as(() -> indicators.months(reports(), question, TODAY.minusMonths(11), 12, TODAY)))
                .isEqualTo(months);
        assertThat(before.getFirst().of("K3")).isEqualTo(slow(List.copyOf(kept), "K3", period, 0, _ -> true));
    }

    @Test
    void whoever_is_hidden_is_in_no_figure_and_in_no_list() {
        var facts = generate(here, 800);
        var person = house.personAt(here);
        facts.replaceAll(fact ->
                random.nextInt(5) > 0 || fact.person() == null || fact.figure().equals("K1")
                        ? fact
                        : new Fact(
                                fact.figure(),
                                fact.source(),
                                fact.centre(),
                                fact.unit(),
                                person,
                                fact.day(),
                                fact.numerator(),
                                fact.denominator(),
                                fact.amount()));
        var stay = UUID.randomUUID();
        facts.add(new Fact("K1", stay, here.centre(), here.ward(), person, LocalDate.of(2024, 12, 20), 1, 0, null));
        facts.add(new Fact("K1", stay, here.centre(), here.ward(), person, LocalDate.of(2025, 3, 2), -1, 0, null));
        put(Set.of(), facts);
        var stranger = house.another(here, Role.COORDINATOR);
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.COORDINATOR).id()),
                    "Known to the whole town, asked for it");
            return person;
        });
        var question = new FigureQuestion(Set.of(here.centre()), Set.of());
        var period = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 4, 30));
        var left = facts.stream().filter(fact -> !person.equals(fact.person())).toList();
        reader = stranger;
        var sheet = figures(question, List.of(period)).getFirst();
        for (var code : List.of("K2", "K3", "K7")) {
            assertThat(sheet.of(code)).as(code).isEqualTo(slow(left, code, period, 0, _ -> true));
        }
        assertThat(List.of(sheet.of("K1").numerator(), sheet.of("K1").denominator()))
                .isEqualTo(slowNights(left, period, _ -> true));
        assertThat(listed("K7", question, period, CountedPart.ALL))
                .noneMatch(line -> person.equals(line.person()))
                .hasSize((int) sheet.of("K7").facts());
        reader = null;
        assertThat(figures(question, List.of(period)).getFirst().of("K7"))
                .isEqualTo(slow(facts, "K7", period, 0, _ -> true));
    }

    @Test
    void another_centres_figures_are_refused() {
        var foreign = new FigureQuestion(Set.of(here.centre(), elsewhere.centre()), Set.of());
        var period = Period.ending(TODAY, 30);
        assertThatThrownBy(() -> figures(foreign, List.of(period))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(() -> indicators.months(reports(), foreign, TODAY, 1, TODAY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> listed("K3", foreign, period, CountedPart.ALL)).isInstanceOf(NotFound.class);
        for (var role : List.of(Role.NURSE, Role.PEER_WORKER, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> here.as(role, this::reports)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void a_year_of_figures_costs_as_many_statements_as_a_day() {
        put(Set.of(), generate(here, 200));
        var question = new FigureQuestion(Set.of(here.centre()), Set.of());
        assertThat(statementsOf(() -> figures(question, List.of(Period.ending(TODAY, 365), Period.ending(TODAY, 1)))))
                .isEqualTo(statementsOf(() -> figures(question, List.of(Period.ending(TODAY, 1)))))
                .isLessThanOrEqualTo(7);
    }

    private int statementsOf(Runnable act) {
        return here.as(Role.COORDINATOR, () -> {
            var before = statements.ofThread(Thread.currentThread()).size();
            act.run();
            return statements.ofThread(Thread.currentThread()).size() - before;
        });
    }

    private List<CountedFact> listed(String code, FigureQuestion question, Period period, CountedPart part) {
        var lines = new ArrayList<CountedFact>();
        @Nullable CountedFact after = null;
        while (true) {
            var last = after;
            var page = as(() -> indicators.counted(reports(), code, question, period, part, TODAY, last, 37));
            lines.addAll(page);
            if (page.size() < 37) {
                return lines;
            }
            after = page.getLast();
        }
    }

    private List<FigureSheet> figures(FigureQuestion question, List<Period> periods) {
        return as(() -> indicators.figures(reports(), question, periods, TODAY));
    }

    private Scope reports() {
        return access.scope(Section.REPORT, Purpose.COORDINATION, null);
    }

    private <T> T as(Supplier<T> act) {
        return reader == null
                ? here.as(Role.COORDINATOR, act::get)
                : ActingAs.actingAs(reader.username(), reader.role(), act::get);
    }

    private void put(Set<Fact> gone, Collection<Fact> fresh) {
        asTask();
        transaction.executeWithoutResult(_ -> {
            table.awaitTurn();
            table.sum(table.replace(new HashSet<>(gone), new HashSet<>(fresh)));
        });
    }

    private void asTask() {
        access.taskScope("test", here.centre(), Section.REPORT, Purpose.COORDINATION);
    }

    private List<Fact> generate(Place place, int count) {
        var people = new ArrayList<PersonId>();
        for (var person = 0; person < 20; person++) {
            people.add(PersonId.create());
        }
        var facts = new ArrayList<Fact>();
        for (var number = 0; number < count; number++) {
            var day = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(600));
            var unit = random.nextInt(4) == 0 ? null : random.nextBoolean() ? place.ward() : place.team();
            var person = people.get(random.nextInt(people.size()));
            var kind = random.nextInt(10);
            if (kind < 2) {
                var source = UUID.randomUUID();
                facts.add(new Fact("K1", source, place.centre(), unit, person, day, 1, 0, null));
                if (random.nextInt(4) > 0) {
                    facts.add(new Fact(
                            "K1",
                            source,
                            place.centre(),
                            unit,
                            person,
                            day.plusDays(1 + random.nextInt(40)),
                            -1,
                            0,
                            null));
                }
                facts.add(new Fact("K1", UUID.randomUUID(), place.centre(), unit, null, day, 0, 1, null));
            } else if (kind < 5) {
                facts.add(new Fact(
                        DURATIONS.get(random.nextInt(2)),
                        UUID.randomUUID(),
                        place.centre(),
                        unit,
                        person,
                        day,
                        0,
                        0,
                        random.nextInt(30)));
            } else {
                facts.add(new Fact(
                        RATIOS.get(random.nextInt(RATIOS.size())),
                        UUID.randomUUID(),
                        place.centre(),
                        unit,
                        person,
                        day,
                        random.nextInt(2),
                        1,
                        null));
            }
        }
        return facts;
    }

    // One fact after the other, as the definition says it
    private static Figure slow(List<Fact> facts, String code, Period period, int lag, Predicate<Fact> where) {
        long count = 0;
        long numerator = 0;
        long denominator = 0;
        var amounts = new TreeMap<Integer, Long>();
        for (var fact : facts) {
            var shifted = fact.day().plusDays(lag);
            if (fact.figure().equals(code)
                    && where.test(fact)
                    && !shifted.isBefore(period.from())
                    && !shifted.isAfter(period.to())
                    && !shifted.isAfter(TODAY)) {
                count++;
                numerator += fact.numerator();
                denominator += fact.denominator();
                if (fact.amount() != null) {
                    amounts.merge(fact.amount(), 1L, Long::sum);
                }
            }
        }
        return new Figure(count, numerator, denominator, amounts);
    }

    // Night by night: how many things stand that night
    private static List<Long> slowNights(List<Fact> facts, Period period, Predicate<Fact> where) {
        long occupied = 0;
        long open = 0;
        for (var night = period.from();
                !night.isAfter(period.to()) && !night.isAfter(TODAY);
                night = night.plusDays(1)) {
            for (var fact : facts) {
                if (fact.figure().equals("K1")
                        && where.test(fact)
                        && !fact.day().isAfter(night)) {
                    occupied += fact.numerator();
                    open += fact.denominator();
                }
            }
        }
        return List.of(occupied, open);
    }

    private static int lag(String code) {
        return Map.of("K4", 90, "K6", 30, "K16", 30).getOrDefault(code, 0);
    }
}
