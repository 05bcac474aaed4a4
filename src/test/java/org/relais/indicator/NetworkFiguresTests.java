package org.relais.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who sees the figures of all centres, and that what is shown of them is what was counted. */
@RelaisTest
@Import(NetworkHistory.class)
class NetworkFiguresTests {

    private static final List<String> FIGURES = List.of("K2", "K3", "K4", "K5", "K6", "K7", "K11", "K16");

    @Autowired
    House house;

    @Autowired
    NetworkFigures network;

    @Autowired
    NetworkHistory history;

    @Autowired
    AccessService access;

    @Autowired
    Protections protections;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${relais.log.schema}")
    String schema;

    Place here;
    Place elsewhere;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    @Test
    void what_is_shown_is_what_was_counted_and_nothing_small_is() {
        var year = today.getYear() - 1;
        history.fill(List.of(here, elsewhere), year, LocalDate.of(year, 12, 31), 30, 11);
        var facts = everything();
        var page = year(year);
        var shown = 0;
        for (var figure : FIGURES) {
            var cells = Objects.requireNonNull(page.tables().get(figure));
            var before = Objects.requireNonNull(page.before().get(figure));
            for (var centre : new CentreId[] {here.centre(), elsewhere.centre(), null}) {
                for (var span : CalendarSpan.values()) {
                    if (cells.cell(centre, span) instanceof NetworkCell.Shown cell) {
                        compare(cell, counted(facts, figure, centre, span.in(year)));
                        shown++;
                    }
                    if (before.cell(centre, span) instanceof NetworkCell.Shown cell) {
                        compare(cell, counted(facts, figure, centre, span.in(year - 1)));
                    }
                }
            }
        }
        assertThat(shown).isGreaterThan(FIGURES.size() * CalendarSpan.values().length);
        assertThat(page.centres()).extracting(centre -> centre.id()).contains(here.centre(), elsewhere.centre());
        assertThat(page.available()).contains("K2", "K17").doesNotContain("K8", "K14");
        assertThat(page.tables()).doesNotContainKeys("K8", "K7_CANCELLED", "K12_EMPLOYMENT_CHANGE");
    }

    @Test
    void a_quarter_appears_when_it_is_over_and_ripe() {
        var year = today.getYear();
        history.fill(List.of(here), year, today, 40, 3);
        var page = year(year);
        for (var figure : Map.of("K3", 0, "K16", 30, "K4", 90).entrySet()) {
            var cells = Objects.requireNonNull(page.tables().get(figure.getKey()));
            for (var span : CalendarSpan.values()) {
                var open = !span.quarter()
                        .in(year)
                        .to()
                        .plusDays(figure.getValue())
                        .isBefore(today);
                assertThat(cells.cell(here.centre(), span) instanceof NetworkCell.Open)
                        .as("%s %s", figure.getKey(), span)
                        .isEqualTo(open);
            }
        }
    }

    @Test
    void only_whoever_reads_the_reports_and_no_centre_of_their_own_may_see_it() {
        for (var role : Role.values()) {
            if (role == Role.AUDITOR) {
                assertThat(here.as(role, () -> network.years(reports()))).hasSize(5);
            } else {
                assertThatThrownBy(() -> here.as(role, () -> network.years(reports())))
                        .as("%s", role)
                        .isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> here.as(role, () -> network.year(reports(), today.getYear())))
                        .as("%s", role)
                        .isInstanceOf(AccessDenied.class);
            }
        }
    }

    @Test
    void a_year_that_is_not_offered_is_refused() {
        for (var year : List.of(today.getYear() + 1, today.getYear() - 5)) {
            assertThatThrownBy(() -> year(year))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("year"));
            assertThatThrownBy(() -> here.as(Role.AUDITOR, () -> {
                        network.exported(reports(), year);
                        return null;
                    }))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void whoever_is_hidden_from_the_reader_is_in_no_sum() {
        var year = today.getYear() - 1;
        var person = house.personAt(here);
        var facts = new ArrayList<Fact>();
        for (var number = 0; number < 30; number++) {
            facts.add(new Fact(
                    "K3",
                    UUID.randomUUID(),
                    here.centre(),
                    here.ward(),
                    number < 7 ? person : PersonId.create(),
                    LocalDate.of(year, 5, 1 + number % 20),
                    number % 2,
                    1,
                    null));
        }
        history.put(facts);
        var before = shown(year(year), "K3", here.centre());
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.COORDINATOR).id()),
                    "Known to the whole town, asked for it");
            return person;
        });
        var after = shown(year(year), "K3", here.centre());

        assertThat(before).isEqualTo(List.of(15L, 30L));
        assertThat(after).isEqualTo(List.of(12L, 23L));
    }

    @Test
    void every_centre_is_in_the_log_before_the_file_is_made_and_a_page_costs_few_statements() {
        var before = exports();
        here.as(Role.AUDITOR, () -> {
            network.exported(reports(), today.getYear());
            return null;
        });
        var centres = year(today.getYear()).centres().size();
        assertThat(exports() - before).isEqualTo(centres);
        var cost = here.as(Role.AUDITOR, () -> {
            var scope = reports();
            var from = statements.ofThread(Thread.currentThread()).size();
            network.year(scope, today.getYear());
            return statements.ofThread(Thread.currentThread()).size() - from;
        });
        assertThat(cost).isLessThanOrEqualTo(6);
    }

    private long exports() {
        return jdbc.sql("SELECT COUNT(*) FROM " + schema
                        + ".access_event WHERE action = 'EXPORT' AND resource_type = 'network-figures'")
                .query(Long.class)
                .single();
    }

    private static List<Long> shown(NetworkYear page, String figure, CentreId centre) {
        return Objects.requireNonNull(page.tables().get(figure)).cell(centre, CalendarSpan.QUARTER_2)
                        instanceof NetworkCell.Shown cell
                ? List.of(cell.numerator(), cell.denominator())
                : List.of();
    }

    private NetworkYear year(int year) {
        return here.as(Role.AUDITOR, () -> network.year(reports(), year));
    }

    private Scope reports() {
        return access.scope(Section.REPORT, Purpose.CONTROL, null);
    }

    private List<Fact> everything() {
        // Protected people of other tests are hidden from this auditor too
        var hidden = here.as(Role.AUDITOR, () -> reports().hidden());
        return jdbc
                .sql("SELECT * FROM indicator_fact WHERE figure IN (:figures)")
                .param("figures", FIGURES)
                .query((row, _) -> FactTable.fact(row))
                .list()
                .stream()
                .filter(fact -> fact.person() == null || !hidden.contains(fact.person()))
                .toList();
    }

    private static void compare(NetworkCell.Shown cell, Figure figure) {
        if (figure.amounts().isEmpty()) {
            assertThat(cell.value()).isEqualTo(figure.percent());
            assertThat(List.of(cell.numerator(), cell.denominator()))
                    .isEqualTo(List.of(figure.numerator(), figure.denominator()));
            assertThat(List.of(cell.numerator(), cell.denominator(), cell.denominator() - cell.numerator()))
                    .noneMatch(count -> count > 0 && count < 5);
        } else {
            assertThat(cell.value()).isEqualTo(figure.median());
            assertThat(cell.mean()).isEqualTo(figure.mean());
            assertThat(cell.denominator()).isEqualTo(figure.measured());
            assertThat(cell.denominator() == 0 || cell.denominator() > 4).isTrue();
        }
    }

    private static Figure counted(List<Fact> facts, String code, @Nullable CentreId centre, Period period) {
        Predicate<Fact> where = fact -> fact.figure().equals(code)
                && (centre == null || fact.centre().equals(centre))
                && period.contains(fact.day());
        var some = facts.stream().filter(where).toList();
        var amounts = new TreeMap<Integer, Long>();
        some.stream()
                .map(Fact::amount)
                .filter(Objects::nonNull)
                .forEach(amount -> amounts.merge(amount, 1L, Long::sum));
        return new Figure(
                some.size(),
                some.stream().mapToLong(Fact::numerator).sum(),
                some.stream().mapToLong(Fact::denominator).sum(),
                amounts);
    }
}
