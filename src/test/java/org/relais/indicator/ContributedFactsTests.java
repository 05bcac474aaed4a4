package org.relais.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.TaskContext;
import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.Followers;
import org.relais.aftercare.NoteAttempt;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.Appointments;
import org.relais.agenda.BookAppointment;
import org.relais.agenda.Bookers;
import org.relais.agenda.CancelAppointment;
import org.relais.agenda.Canceller;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.Groups;
import org.relais.agenda.MoveAppointment;
import org.relais.agenda.OpenGroup;
import org.relais.agenda.Reach;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.EndDetox;
import org.relais.detox.StartDetox;
import org.relais.detox.Substance;
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
import org.relais.plan.GoalState;
import org.relais.plan.Goals;
import org.relais.plan.MoveGoal;
import org.relais.plan.Planners;
import org.relais.referral.MoveReferral;
import org.relais.referral.ReferralFolk;
import org.relais.referral.ReferralState;
import org.relais.shared.AppointmentId;
import org.relais.shared.DetoxId;
import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.GroupId;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.situation.CorrectState;
import org.relais.situation.Situations;
import org.relais.situation.SocialCases;
import org.relais.situation.StateKind;
import org.relais.situation.TellState;
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
@Import({
    MovableClock.class,
    HistoryTables.class,
    Bookers.class,
    Followers.class,
    Planners.class,
    ReferralFolk.class,
    SocialCases.class
})
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
    Bookers bookers;

    @Autowired
    Followers followers;

    @Autowired
    Planners planners;

    @Autowired
    ReferralFolk folk;

    @Autowired
    SocialCases cases;

    @Autowired
    Appointments appointments;

    @Autowired
    Groups groups;

    @Autowired
    FollowUps followUps;

    @Autowired
    Goals goals;

    @Autowired
    Situations situations;

    @Autowired
    DetoxEpisodes detoxes;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void letTimePass() {
        clock.goOn();
        // Nobody is under observation who belongs to no test
        jdbc.sql("UPDATE detox_episode SET state = 'SUSPENDED' WHERE state = 'ACTIVE'")
                .update();
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
        var people = IntStream.range(0, 14).mapToObj(_ -> house.personAt(place)).toList();
        var now = BEGIN.plus(Duration.ofDays(60));
        clock.stopAt(now);
        var history = new RawHistory();
        var writer = new HistoryWriter(history, tables, people, sites, now, new Random(seed));
        for (var act = 1; act <= 280; act++) {
            writer.next();
            if (act % 20 == 0) {
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

    @Test
    void what_is_done_at_the_screens_is_summed_up_at_once() {
        clock.stopAt(Instant.parse("2025-01-12T09:00:00Z"));
        var here = house.open().here();
        var person = followers.left(here, "Rémi");
        bringUpToDate();
        assertThat(of(person, "K12_EMPLOYMENT_KNOWN")).isEqualTo("1: 0/1");
        assertThat(of(person, "K13")).as("at 1, 3, 6 and 12 months").isEqualTo("4: 0/4");
        var told = here.as(
                Role.SOCIAL_WORKER,
                () -> situations.tell(
                        cases.write(person),
                        new TellState(
                                SituationStateId.create(),
                                here.centre(),
                                StateKind.WORK,
                                "EMPLOYED_PART",
                                false,
                                LocalDate.of(2025, 1, 2),
                                null,
                                null)));
        bringUpToDate();
        assertThat(of(person, "K12")).isEqualTo("1: 1/1");
        here.as(
                Role.SOCIAL_WORKER,
                () -> situations.correct(
                        cases.write(person), CorrectState.takeBack(told.id(), "Le collègue d’un autre service")));
        bringUpToDate();
        assertThat(of(person, "K12")).isEqualTo("1: 0/0");
        var goal = planners.agreed(here, person, "Un toit à moi", LocalDate.of(2025, 1, 12));
        here.as(
                Role.SOCIAL_WORKER,
                () -> goals.move(
                        planners.write(person),
                        new MoveGoal(goal.id(), goal.version(), GoalState.ATTAINED, null, "Le bail est signé")));
        bringUpToDate();
        assertThat(of(person, "K11")).isEqualTo("1: 1/1");
        assertThat(of(person, "K17")).isEqualTo("1: 1/1");
        var referral = folk.sent(here, person, folk.partner(here, "Foyer du Port"));
        bringUpToDate();
        assertThat(of(person, "K16")).isEqualTo("1: 0/1");
        folk.move(here, person, MoveReferral.to(referral, ReferralState.REFUSED, "Plus de place"));
        bringUpToDate();
        assertThat(of(person, "K16")).isEqualTo("1: 1/1");
        withdraw(here);
        sessions(here, person);
        clock.stopAt(Instant.parse("2025-02-12T12:00:00Z"));
        here.as(Role.SOCIAL_WORKER, () -> {
            followUps.attempt(
                    followers.write(person),
                    new NoteAttempt(
                            FollowUpAttemptId.create(),
                            followers.latest(person).contacts().getFirst().id(),
                            LocalDate.of(2025, 2, 12),
                            AttemptForm.PHONE,
                            AttemptOutcome.REACHED,
                            FollowUpForm.EMPTY,
                            false,
                            null));
            return person;
        });
        bringUpToDate();
        assertThat(of(person, "K13")).isEqualTo("4: 1/4");
    }

    private void withdraw(Place here) {
        var person = followers.admitted(here, "Samira");
        var begun = here.as(
                Role.NURSE,
                () -> detoxes.start(
                        medical(person),
                        new StartDetox(
                                DetoxId.create(),
                                here.centre(),
                                "ALC_IN",
                                List.of(Substance.ALCOHOL),
                                null,
                                LocalDate.of(2025, 1, 16),
                                Set.of(),
                                false,
                                null)));
        clock.stopAt(Instant.parse("2025-01-12T09:46:00Z"));
        bringUpToDate();
        assertThat(of(person, "K10"))
                .as("the scale, after half an hour and its grace")
                .isEqualTo("1: 1/1");
        here.as(
                Role.NURSE,
                () -> detoxes.end(
                        medical(person),
                        new EndDetox(begun.id(), begun.version(), DetoxOutcome.LEFT_AGAINST_ADVICE, Set.of(), null)));
        bringUpToDate();
        assertThat(of(person, "K3")).isEqualTo("1: 0/1");
    }

    private void sessions(Place here, PersonId person) {
        var booked = bookers.book(
                here, person, bookers.command(here, "Droits", LocalDate.of(2025, 1, 13), LocalTime.of(10, 0)));
        var group = GroupId.create();
        var psychologist = here.member(Role.PSYCHOLOGIST).id();
        here.as(
                Role.PSYCHOLOGIST,
                () -> groups.open(
                        bookers.scope(),
                        new OpenGroup(
                                group, here.centre(), "Prévention", GroupEntry.MEMBERS, 8, List.of(psychologist))));
        here.as(Role.SOCIAL_WORKER, () -> {
            groups.join(bookers.write(person), group, true);
            return person;
        });
        var session = here.as(
                        Role.PSYCHOLOGIST,
                        () -> appointments.arrange(
                                bookers.scope(),
                                BookAppointment.of(
                                                AppointmentId.create(),
                                                here.centre(),
                                                AppointmentKind.GROUP,
                                                null,
                                                LocalDate.of(2025, 1, 14),
                                                LocalTime.of(10, 0),
                                                60,
                                                psychologist)
                                        .session(group)))
                .appointments()
                .getFirst();
        clock.stopAt(Instant.parse("2025-01-14T12:00:00Z"));
        here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.attend(bookers.write(person), booked, AppointmentState.NO_SHOW, 1));
        here.as(
                Role.PSYCHOLOGIST,
                () -> appointments.attend(bookers.write(person), session, AppointmentState.ATTENDED, 0));
        bringUpToDate();
        assertThat(of(person, "K7")).isEqualTo("2: 1/2");
        here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.attend(bookers.write(person), booked, AppointmentState.ATTENDED, 2));
        bringUpToDate();
        assertThat(of(person, "K7")).isEqualTo("2: 0/2");
        // The session had been noted on the wrong day
        here.as(
                Role.PSYCHOLOGIST,
                () -> appointments.move(
                        bookers.scope(),
                        MoveAppointment.to(
                                groups.session(bookers.scope(), session).session(),
                                Reach.ONE,
                                LocalDate.of(2025, 1, 15),
                                LocalTime.of(10, 0))));
        bringUpToDate();
        assertThat(days(person, "K7")).containsExactly("2025-01-13", "2025-01-15");
        here.as(
                Role.PSYCHOLOGIST,
                () -> appointments.cancel(
                        bookers.scope(), new CancelAppointment(session, 2, Reach.ONE, Canceller.SERVICE, null)));
        bringUpToDate();
        assertThat(days(person, "K7")).containsExactly("2025-01-13");
    }

    private Grant medical(PersonId person) {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private String of(PersonId person, String figure) {
        return jdbc.sql("SELECT COUNT(*), COALESCE(SUM(numerator), 0), COALESCE(SUM(denominator), 0)"
                        + " FROM indicator_fact WHERE person_id = ? AND figure = ?")
                .params(person.value(), figure)
                .query((row, _) -> row.getLong(1) + ": " + row.getLong(2) + "/" + row.getLong(3))
                .single();
    }

    private List<String> days(PersonId person, String figure) {
        return jdbc.sql("SELECT day FROM indicator_fact WHERE person_id = ? AND figure = ? ORDER BY day")
                .params(person.value(), figure)
                .query((row, _) -> row.getString(1))
                .list();
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
                // Of another test nobody may be named
                var first = Collections.min(people, Comparator.comparing(PersonId::toString));
                for (var page = source.people(scope, first, 2);
                        !page.isEmpty();
                        page = source.people(scope, page.getLast(), 2)) {
                    assertThat(page).hasSizeLessThanOrEqualTo(2);
                    named.addAll(page);
                }
                assertThat(named).doesNotHaveDuplicates();
                assertThat(named.stream().map(PersonId::toString)).isSorted();
                var counted = new HashSet<PersonId>();
                source.facts(scope, people).forEach(fact -> counted.add(fact.person()));
                counted.remove(first);
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
            var centre = centres.openCentre(
                    new OpenCentre("F-" + mark, "Far " + mark, CentreKind.INPATIENT_DETOX, zone, six, "FR", null));
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
