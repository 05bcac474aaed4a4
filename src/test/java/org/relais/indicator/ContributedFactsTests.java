package org.relais.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.access.TaskContext;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.indicator.RawHistory.Appointment;
import org.relais.indicator.RawHistory.Exit;
import org.relais.indicator.RawHistory.Form;
import org.relais.indicator.RawHistory.Goal;
import org.relais.indicator.RawHistory.Move;
import org.relais.indicator.RawHistory.Omission;
import org.relais.indicator.RawHistory.Referral;
import org.relais.indicator.RawHistory.Site;
import org.relais.indicator.RawHistory.State;
import org.relais.indicator.RawHistory.Withdrawal;
import org.relais.indicator.RawHistory.Written;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;

/** How the rooms count, against the worked set of the domain reference and against whoever counts by hand. */
@RelaisTest
@Import({MovableClock.class, HistoryTables.class})
class ContributedFactsTests {

    private static final Set<String> FIGURES = Set.of(
            "K3",
            "K7",
            "K7_CANCELLED",
            "K7_LATE_CANCEL",
            "K10",
            "K11",
            "K12",
            "K12_EMPLOYMENT_KNOWN",
            "K12_EMPLOYMENT_CHANGE",
            "K12_HOUSING",
            "K12_HOUSING_KNOWN",
            "K12_HOUSING_CHANGE",
            "K13",
            "K16",
            "K17");

    private static final Instant BEGIN = Instant.parse("2026-01-10T09:00:00Z");

    @Autowired
    House house;

    @Autowired
    CentreSetup centres;

    @Autowired
    HistoryTables tables;

    @Autowired
    SummingUp summing;

    @Autowired
    List<FactSource> sources;

    @Autowired
    AccessService access;

    @Autowired
    MovableClock clock;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void letTimePass() {
        clock.goOn();
    }

    @Test
    void the_worked_set_gives_the_figures_of_the_reference() {
        var place = house.open().here();
        var site = site(place);
        var person = house.personAt(place);
        clock.stopAt(Instant.parse("2026-05-01T09:00:00Z"));
        tables.change(List.of(person), () -> {
            endings(person, site);
            appointments(person, site);
            goals(person, site);
            referrals(person, site);
            observations(person, site);
        });
        for (var at = 0; at < 10; at++) {
            exit(house.personAt(place), site, at < 3 ? "EMPLOYED_FULL" : at < 8 ? "UNEMPLOYED" : "NK");
        }
        bringUpToDate();
        assertThat(percent(site, "K3")).isEqualTo("5/8 62.5");
        assertThat(percent(site, "K7")).isEqualTo("8/48 16.7");
        assertThat(percent(site, "K7_LATE_CANCEL")).isEqualTo("5/0");
        assertThat(percent(site, "K7_CANCELLED")).isEqualTo("7/0");
        assertThat(percent(site, "K10")).isEqualTo("5/50 10.0");
        assertThat(percent(site, "K11")).isEqualTo("6/12 50.0");
        assertThat(percent(site, "K12")).isEqualTo("3/8 37.5");
        assertThat(percent(site, "K12_EMPLOYMENT_KNOWN")).isEqualTo("8/10 80.0");
        assertThat(percent(site, "K16")).isEqualTo("3/4 75.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void however_it_came_about_the_sums_are_those_of_whoever_counts_by_hand(long seed) {
        var place = house.open().here();
        var sites = List.of(site(place), farAway());
        var people =
                IntStream.range(0, 14).mapToObj(_ -> house.personAt(place)).toList();
        var now = BEGIN.plus(Duration.ofDays(60));
        clock.stopAt(now);
        var history = new RawHistory();
        var writer = new HistoryWriter(history, tables, people, sites, now, new Random(seed));
        for (var act = 1; act <= 420; act++) {
            writer.next();
            if (act % 14 == 0) {
                bringUpToDate();
                assertThat(sums("day", sites)).as("after %d acts", act).isEqualTo(history.counted(clock.instant()));
            }
            if (act % 140 == 0) {
                // Nothing is done, and observations become overdue
                clock.stopAt(clock.instant().plus(Duration.ofMinutes(407)));
                bringUpToDate();
                assertThat(sums("day", sites)).as("later").isEqualTo(history.counted(clock.instant()));
                var days = sums("day", sites);
                var months = sums("month", sites);
                summing.rebuild();
                assertThat(sums("day", sites)).as("rebuilt").isEqualTo(days);
                assertThat(sums("month", sites)).as("rebuilt").isEqualTo(months);
            }
        }
        assertThat(history.counted(clock.instant()).keySet())
                .as("every figure came about")
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsAll(FIGURES);
        assertThat(history.merged).isNotEmpty();
        asksTheSameNumberOfStatements(people);
        namesEverybodyPageByPage(history, people);
    }

    private void asksTheSameNumberOfStatements(List<PersonId> people) {
        for (var source : mine()) {
            var counts = Stream.of(people.subList(0, 2), people)
                    .map(asked -> statements(() -> asTask(() -> {
                        var scope = access.taskScope("test", Section.REPORT, Purpose.COORDINATION);
                        statements.clear();
                        source.facts(scope, asked);
                    })))
                    .toList();
            assertThat(counts).as(source.toString()).allMatch(count -> count <= 6);
        }
    }

    // Two at a time, as a rebuild would of a house that has thousands
    private void namesEverybodyPageByPage(RawHistory history, List<PersonId> people) {
        for (var source : mine()) {
            asTask(() -> {
                var scope = access.taskScope("test", Section.REPORT, Purpose.COORDINATION);
                var named = new ArrayList<PersonId>();
                for (var page = source.people(scope, null, 2);
                        !page.isEmpty();
                        page = source.people(scope, page.getLast(), 2)) {
                    assertThat(page).hasSizeLessThanOrEqualTo(2);
                    named.addAll(page);
                }
                assertThat(named).doesNotHaveDuplicates();
                assertThat(named.stream().map(PersonId::toString)).isSorted();
                var counted = new HashSet<PersonId>();
                source.facts(scope, people).forEach(fact -> counted.add(fact.person()));
                assertThat(named).containsAll(counted);
                assertThat(counted).doesNotContainAnyElementsOf(history.merged.keySet());
            });
        }
    }

    private List<FactSource> mine() {
        return sources.stream()
                .filter(source -> FIGURES.containsAll(source.figures()))
                .toList();
    }

    private void endings(PersonId person, Site site) {
        var outcomes = List.of(
                "COMPLETED",
                "COMPLETED",
                "COMPLETED",
                "COMPLETED",
                "COMPLETED_TO_OAT",
                "LEFT_AGAINST_ADVICE",
                "LEFT_AGAINST_ADVICE",
                "TRANSFERRED_HIGHER_CARE",
                "ENTERED_IN_ERROR");
        for (var outcome : outcomes) {
            end(new Withdrawal(written(person, site), BEGIN), BEGIN.plusSeconds(60), outcome);
        }
    }

    private void end(Withdrawal withdrawal, Instant at, String outcome) {
        tables.withdrawal(withdrawal);
        withdrawal.turns.add(at);
        withdrawal.outcome = outcome;
        tables.turned(withdrawal);
    }

    private void appointments(PersonId person, Site site) {
        Map.of("ATTENDED", 40, "NO_SHOW", 8, "LATE_CANCEL", 5, "CANCELLED", 7, "PLANNED", 3)
                .forEach((state, times) -> {
                    for (var at = 0; at < times; at++) {
                        var one = new Appointment(written(person, site), BEGIN.plus(Duration.ofHours(2L * at)));
                        one.state = state;
                        tables.appointment(one);
                    }
                });
    }

    private void goals(PersonId person, Site site) {
        Map.of("ATTAINED", 6, "PARTLY_ATTAINED", 2, "NOT_ATTAINED", 3, "ABANDONED_BY_PERSON", 1, "OBSOLETE", 2)
                .forEach((state, times) -> {
                    for (var at = 0; at < times; at++) {
                        var goal = new Goal(written(person, site), "HEALTH");
                        tables.goal(goal);
                        goal.state = state;
                        goal.endedOn = LocalDate.of(2026, 1, 20);
                        tables.close(goal);
                    }
                });
    }

    // Attended on the last day, refused at once, missed and called again, attended a day too late; one withdrawn
    private void referrals(PersonId person, Site site) {
        referral(person, site, List.of(new Move("ATTENDED", LocalDate.of(2026, 2, 9))));
        referral(person, site, List.of(new Move("REFUSED", LocalDate.of(2026, 1, 10))));
        referral(
                person,
                site,
                List.of(
                        new Move("NO_SHOW", LocalDate.of(2026, 1, 15)),
                        new Move("APPOINTMENT", LocalDate.of(2026, 1, 16)),
                        new Move("ATTENDED", LocalDate.of(2026, 1, 30))));
        referral(person, site, List.of(new Move("ATTENDED", LocalDate.of(2026, 2, 10))));
        referral(person, site, List.of(new Move("WITHDRAWN", LocalDate.of(2026, 1, 12))));
    }

    private void referral(PersonId person, Site site, List<Move> moves) {
        var referral = new Referral(written(person, site));
        tables.referral(referral);
        Stream.concat(Stream.of(new Move("SENT", LocalDate.of(2026, 1, 10))), moves.stream())
                .forEach(move -> {
                    referral.moves.add(move);
                    tables.moved(referral);
                });
    }

    // 50 due: 44 on time, 3 late, 2 missed, 1 refused; paused before the next is overdue
    private void observations(PersonId person, Site site) {
        var withdrawal = new Withdrawal(written(person, site), BEGIN.plus(Duration.ofDays(2)));
        tables.withdrawal(withdrawal);
        var minute = 15L;
        for (var slot = 0; slot < 20; slot++) {
            if (slot == 5 || slot == 9) {
                // Left out: the next one, an hour later, is made a minute after its time
                minute += 61;
                continue;
            }
            var late = slot == 2 || slot == 7 || slot == 12 ? 16 : 0;
            var at = withdrawal.turns.getFirst().plus(Duration.ofMinutes(minute + late));
            if (slot == 15) {
                tables.omission(withdrawal, new Omission(at, true));
            } else {
                tables.form(new Form(UUID.randomUUID(), person, site, at), "SCORED");
            }
            minute += late + 60;
        }
        var last = withdrawal.turns.getFirst();
        for (var slot = 20; slot < 50; slot++) {
            last = withdrawal.turns.getFirst().plus(Duration.ofMinutes(minute));
            tables.form(new Form(UUID.randomUUID(), person, site, last), "SCORED");
            minute += minute >= 24 * 60 ? 240 : 60;
        }
        withdrawal.turns.add(last.plus(Duration.ofMinutes(10)));
        tables.turned(withdrawal);
    }

    private void exit(PersonId person, Site site, String work) {
        tables.change(List.of(person), () -> {
            var day = LocalDate.of(2026, 1, 20);
            tables.state(
                    new State(UUID.randomUUID(), person, "WORK", work, day.minusDays(3), null, 1), site.centre(), null);
            tables.exit(new Exit(written(person, site), day.minusDays(30), day, "COMPLETED"));
        });
    }

    private static Written written(PersonId person, Site site) {
        return new Written(UUID.randomUUID(), person, site, site.units().getFirst());
    }

    private static Site site(Place place) {
        return new Site(
                place.centre().value(),
                List.of(place.ward().value(), place.team().value()),
                ZoneId.of("Europe/Paris"),
                LocalTime.MIDNIGHT);
    }

    /** A centre in another zone, whose day begins at six. */
    private Site farAway() {
        var zone = ZoneId.of("Pacific/Auckland");
        var six = LocalTime.of(6, 0);
        return ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            var mark = UUID.randomUUID().toString().substring(0, 8);
            var centre = centres.openCentre(new OpenCentre(
                    "F-" + mark, "Far " + mark, CentreKind.INPATIENT_DETOX, zone, six, "FR", null));
            return new Site(
                    centre.value(),
                    List.of(centres.openUnit(centre, "Ward " + mark, UnitKind.WARD)
                            .value()),
                    zone,
                    six);
        });
    }

    private void bringUpToDate() {
        asTask(summing::bringUpToDate);
    }

    private static void asTask(Runnable act) {
        TaskContext.run("test", act);
    }

    private int statements(Runnable work) {
        work.run();
        return statements.ofThread(Thread.currentThread()).size();
    }

    private String percent(Site site, String figure) {
        return jdbc.sql("SELECT COALESCE(SUM(numerator), 0), COALESCE(SUM(denominator), 0) FROM indicator_month"
                        + " WHERE centre_id = ? AND figure = ?")
                .params(site.centre(), figure)
                .query((row, _) -> {
                    var above = row.getBigDecimal(1);
                    var below = row.getBigDecimal(2);
                    return above + "/" + below
                            + (below.signum() == 0
                                    ? ""
                                    : " "
                                            + above.multiply(BigDecimal.valueOf(100))
                                                    .divide(below, 1, RoundingMode.HALF_UP));
                })
                .single();
    }

    private Map<String, String> sums(String span, List<Site> sites) {
        var lines = new TreeMap<String, String>();
        jdbc.sql("SELECT * FROM indicator_" + span + " WHERE centre_id IN (:centres) AND figure IN (:figures)")
                .param("centres", sites.stream().map(Site::centre).toList())
                .param("figures", FIGURES)
                .query(row -> {
                    lines.put(
                            row.getString("figure") + " " + row.getString("centre_id") + " " + row.getString(span) + " "
                                    + row.getString("unit_id"),
                            row.getLong("facts") + ": " + row.getLong("numerator") + "/" + row.getLong("denominator"));
                });
        return lines;
    }
}
