package org.relais.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.TaskContext;
import org.relais.centre.CentreSetup;
import org.relais.centre.UnitKind;
import org.relais.episode.AcceptTransfer;
import org.relais.episode.Admit;
import org.relais.episode.ArriveTransfer;
import org.relais.episode.BedCondition;
import org.relais.episode.BedKeeping;
import org.relais.episode.ChangeBed;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.episode.OpenEnquiry;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.episode.RequestTransfer;
import org.relais.episode.ReserveBed;
import org.relais.episode.StartOutpatient;
import org.relais.episode.TransferToUnit;
import org.relais.episode.Transfers;
import org.relais.person.Identity;
import org.relais.person.PersonMerges;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.TransferId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SeenStatement;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.support.ActingAs.actingAs;

/**
 * Domain reference H.3, the worked set for K1, K2, K4, K5 and K6, through the acts of the room and the sums; and that
 * every act that changes a fact is summed up.
 */
@RelaisTest
// Of its own: what is summed up is everybody's, also whom another test's log names
@TestPropertySource(properties = "relais.indicator.interval=3d")
class EpisodeFactsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 1, 31);

    @Autowired
    House house;

    @Autowired
    PersonService persons;

    @Autowired
    PersonMerges merges;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    BedKeeping beds;

    @Autowired
    AccessService access;

    @Autowired
    CentreSetup setup;

    @Autowired
    SummingUp summing;

    @Autowired
    List<FactSource> sources;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;

    @BeforeEach
    void twoCentres() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
    }

    @Test
    void occupied_and_available_nights_and_the_length_of_stay_of_the_worked_set() {
        stay(registered(), "2026-01-05", "2026-01-10");
        stay(registered(), "2026-01-28", null);
        stay(registered(), "2025-12-28", "2026-01-03");
        stay(registered(), "2026-01-15", "2026-01-15");
        error(stay(registered(), "2026-01-02", null));
        sum();
        assertThat(nights("numerator", here.ward())).isEqualTo(11);
        assertThat(nights("denominator", here.ward())).isEqualTo(62);
        assertThat(new Figure(0, 11, 62, new TreeMap<>()).percent()).isEqualByComparingTo("17.7");
        var stays = january("K2");
        assertThat(stays.amounts()).isEqualTo(Map.of(0, 1L, 5, 1L, 6, 1L));
        assertThat(stays.mean()).isEqualByComparingTo("3.7");
        assertThat(stays.median()).isEqualByComparingTo("5");
    }

    @Test
    void retention_of_the_worked_set() {
        follow(registered(), "2026-01-03", null, null);
        follow(registered(), "2026-01-10", LocalDate.parse("2026-01-10").plusDays(90), EndReason.COMPLETED);
        follow(registered(), "2026-01-12", LocalDate.parse("2026-01-12").plusDays(89), EndReason.COMPLETED);
        follow(registered(), "2026-01-20", LocalDate.parse("2026-01-20").plusDays(20), EndReason.DIED);
        error(follow(registered(), "2026-01-21", null, null));
        follow(registered(), "2026-02-02", null, null);
        sum();
        assertThat(january("K4").percent()).isEqualByComparingTo("50.0");
        assertThat(january("K4").denominator()).isEqualTo(4);
        assertThat(january("K4_DIED").numerator()).isEqualTo(1);
        assertThat(figure("K4", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 2))
                        .denominator())
                .isEqualTo(1);
    }

    @Test
    void what_begins_within_seven_days_goes_on_in_any_centre_and_is_no_start() {
        var person = registered();
        stay(person, "2026-01-05", "2026-01-20");
        house.follow(elsewhere, person);
        var next = elsewhere.as(
                Role.NURSE,
                () -> episodes.startOutpatient(
                        write(person), new StartOutpatient(null, 0, elsewhere.team(), at("2026-01-27"))));
        sum();
        assertThat(january("K4"))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(1L, 1L);
        assertThat(unitOf("K4", FIRST, LAST)).isEqualTo(here.ward());
        elsewhere.as(Role.NURSE, () -> discharge(person, next, EndReason.ENTERED_IN_ERROR, at("2026-01-28")));
        var late = registered();
        stay(late, "2026-01-05", "2026-01-20");
        follow(late, "2026-01-28", null, null);
        sum();
        assertThat(january("K4"))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(1L, 3L);
    }

    @Test
    void waiting_time_of_the_worked_set() {
        for (var days : List.of(2, 5, 7, 8, 20)) {
            var person = registered();
            var waiting = waits(person, LocalDate.of(2026, 1, 30).minusDays(days), Priority.NORMAL);
            admit(person, waiting, "2026-01-30");
        }
        var cancelled = registered();
        var waiting = waits(cancelled, LocalDate.of(2026, 1, 1), Priority.NORMAL);
        here.as(Role.NURSE, () -> discharge(cancelled, waiting, EndReason.ENDED_BY_PERSON, at("2026-01-20")));
        error(stay(registered(), "2026-01-02", null));
        sum();
        assertThat(january("K5").amounts()).isEqualTo(Map.of(2, 1L, 5, 1L, 7, 1L, 8, 1L, 20, 1L));
        assertThat(january("K5").median()).isEqualByComparingTo("7");
        assertThat(january("K5").ninthDecile()).isEqualTo(20);
        var asked = registered();
        var enquiry = here.as(
                Role.NURSE, () -> episodes.enquire(write(asked), new OpenEnquiry(here.ward(), null, at("2026-01-10"))));
        admit(asked, enquiry, "2026-01-13");
        sum();
        assertThat(january("K5").amounts()).containsEntry(3, 1L).hasSize(6);
    }

    @Test
    void readmission_of_the_worked_set() {
        var soon = registered();
        stay(soon, "2026-01-02", "2026-01-10");
        var again = stay(soon, "2026-01-22", null);
        var late = registered();
        stay(late, "2026-01-02", "2026-01-10");
        stay(late, "2026-02-10", null);
        stay(registered(), "2026-01-05", "2026-01-20");
        stay(registered(), "2026-01-06", "2026-01-31");
        // A death is no discharge, and who goes on elsewhere on the same day is not discharged either
        var died = registered();
        discharge(died, stay(died, "2026-01-06", null), EndReason.DIED, "2026-01-09");
        sum();
        assertThat(january("K6").percent()).isEqualByComparingTo("25.0");
        assertThat(january("K6").denominator()).isEqualTo(4);
        // A second admission of the month counts once, for its own discharge too
        discharge(soon, again, EndReason.COMPLETED, "2026-01-24");
        stay(soon, "2026-02-02", null);
        sum();
        assertThat(january("K6"))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(2L, 5L);
    }

    @Test
    void a_planned_admission_is_no_readmission() {
        var listed = registered();
        stay(listed, "2026-01-02", "2026-01-10");
        admit(listed, waits(listed, LocalDate.of(2026, 1, 14), Priority.LOW), "2026-01-20");
        var sameDay = registered();
        stay(sameDay, "2026-01-02", "2026-01-11");
        admit(sameDay, waits(sameDay, LocalDate.of(2026, 1, 20), Priority.NORMAL), "2026-01-20");
        var urgent = registered();
        stay(urgent, "2026-01-02", "2026-01-12");
        admit(urgent, waits(urgent, LocalDate.of(2026, 1, 14), Priority.HIGH), "2026-01-20");
        var urgentBefore = registered();
        stay(urgentBefore, "2026-01-02", "2026-01-13");
        admit(urgentBefore, waits(urgentBefore, LocalDate.of(2026, 1, 13), Priority.HIGH), "2026-01-20");
        sum();
        assertThat(readmitted(LocalDate.of(2026, 1, 10))).isZero();
        assertThat(readmitted(LocalDate.of(2026, 1, 11))).isEqualTo(1);
        assertThat(readmitted(LocalDate.of(2026, 1, 12))).isEqualTo(1);
        assertThat(readmitted(LocalDate.of(2026, 1, 13))).isZero();
    }

    @Test
    void a_bed_kept_since_the_day_before_is_a_planned_admission() {
        var today = LocalDate.now(PARIS);
        var person = registered();
        stay(person, today.minusDays(5), today.minusDays(3));
        var bed = here.beds().getFirst();
        here.as(Role.NURSE, () -> {
            house.follow(here, person);
            beds.reserve(
                    write(person),
                    new ReserveBed(
                            BedReservationId.create(), bed, null, Instant.now().plusSeconds(3_600)));
            return episodes.admit(write(person), new Admit(null, 0, here.ward(), bed, null));
        });
        sum();
        assertThat(readmitted(today.minusDays(3))).isEqualTo(1);
        jdbc.sql("UPDATE episode_bed_event SET at = ? WHERE bed_id = ? AND act = 'RESERVED'")
                .param(today.minusDays(1).atTime(8, 0))
                .param(bed.value())
                .update();
        summing.rebuild();
        assertThat(readmitted(today.minusDays(3))).isZero();
    }

    @Test
    void a_move_counts_in_both_units_and_is_one_stay() {
        var person = registered();
        var second = actingAs(
                "setup", Role.ADMINISTRATOR, () -> setup.openUnit(here.centre(), "Second ward", UnitKind.RESIDENCE));
        var episode = stay(person, "2026-01-05", null);
        here.as(Role.NURSE, () -> {
            episodes.transfer(
                    write(person), new TransferToUnit(episode, version(episode), second, null, null, at("2026-01-08")));
            return null;
        });
        discharge(person, episode, EndReason.COMPLETED, "2026-01-12");
        sum();
        assertThat(nights("numerator", here.ward())).isEqualTo(3);
        assertThat(nights("numerator", second)).isEqualTo(4);
        assertThat(january("K2").amounts()).isEqualTo(Map.of(7, 1L));
        assertThat(unitOf("K2", FIRST, LAST)).isEqualTo(second);
        assertThat(unitOf("K4", FIRST, LAST)).isEqualTo(here.ward());
        assertThat(unitOf("K5", FIRST, LAST)).isEqualTo(here.ward());
        assertThat(january("K6").denominator()).isEqualTo(1);
    }

    @Test
    void who_arrives_by_a_transfer_has_waited_for_nothing_and_was_not_discharged() {
        var person = registered();
        var today = LocalDate.now(PARIS);
        var episode = stay(person, today.minusDays(4), null);
        var asked = here.as(
                Role.NURSE,
                () -> transfers.request(
                        write(person),
                        new RequestTransfer(
                                TransferId.create(),
                                episode,
                                version(episode),
                                elsewhere.ward(),
                                today,
                                null,
                                "Sleeps badly.")));
        elsewhere.as(Role.NURSE, () -> {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            transfers.accept(scope, new AcceptTransfer(asked, transferVersion(asked), today, null));
            transfers.arrive(write(person), new ArriveTransfer(asked, transferVersion(asked), null, null));
            return null;
        });
        sum();
        assertThat(facts(here)).containsOnlyKeys("K1", "K2", "K4", "K5");
        assertThat(facts(elsewhere)).containsOnlyKeys("K1");
        assertThat(figure("K2", today, today).amounts()).isEqualTo(Map.of(4, 1L));
    }

    @Test
    void merged_records_are_one_person_until_they_are_parted_whoever_is_written_to() {
        var surviving = registered();
        var absorbed = registered();
        stay(surviving, "2026-01-02", "2026-01-10");
        var again = stay(absorbed, "2026-01-22", null);
        sum();
        assertThat(january("K6").numerator()).isZero();
        assertThat(january("K4").denominator()).isEqualTo(2);
        house.follow(here, surviving);
        here.as(Role.COORDINATOR, () -> {
            merges.merge(write(surviving), write(absorbed), "One person");
            return null;
        });
        sum();
        assertThat(january("K6").numerator()).isEqualTo(1);
        assertThat(people(here)).containsExactly(surviving);
        // The row is the absorbed record's, the fact the surviving one's
        discharge(surviving, again, EndReason.COMPLETED, "2026-01-25");
        sum();
        assertThat(january("K2").amounts()).isEqualTo(Map.of(8, 1L, 3, 1L));
        assertThat(people(here)).containsExactly(surviving);
        here.as(Role.COORDINATOR, () -> {
            house.follow(here, surviving);
            merges.part(write(surviving), absorbed, "Two people");
            return null;
        });
        sum();
        assertThat(january("K6").numerator()).isZero();
        assertThat(people(here)).containsExactlyInAnyOrder(surviving, absorbed);
    }

    @Test
    void a_closed_bed_is_not_available_and_what_happens_twice_in_a_day_is_how_it_ends() {
        var today = LocalDate.now(PARIS);
        var bed = here.beds().getFirst();
        change(bed, BedCondition.CLOSED);
        change(bed, BedCondition.TO_CLEAN);
        change(bed, BedCondition.CLOSED);
        change(bed, BedCondition.CLOSED);
        sum();
        assertThat(denominators(bed.value())).isEqualTo(Map.of(LocalDate.of(2000, 1, 1), 1, today, -1));
        change(bed, BedCondition.READY);
        sum();
        assertThat(denominators(bed.value())).isEqualTo(Map.of(LocalDate.of(2000, 1, 1), 1));
        jdbc.sql("UPDATE episode_bed_event SET at = ? WHERE bed_id = ? AND act = 'CLOSED'")
                .param(today.minusDays(6).atTime(12, 0))
                .param(bed.value())
                .update();
        jdbc.sql("UPDATE episode_bed_event SET at = ? WHERE bed_id = ? AND act = 'REOPENED'")
                .param(today.minusDays(9).atTime(12, 0))
                .param(bed.value())
                .update();
        sum();
        assertThat(denominators(bed.value()))
                .isEqualTo(Map.of(LocalDate.of(2000, 1, 1), 1, today.minusDays(6), -1, today, 1));
    }

    @Test
    void facts_of_many_people_take_as_many_statements_as_those_of_one_and_only_a_task_asks() {
        var one = registered();
        stay(one, "2026-01-05", "2026-01-10");
        var other = registered();
        stay(other, "2026-01-05", null);
        var source = source();
        TaskContext.run("test", () -> {
            var scope = access.taskScope("test", Section.REPORT, Purpose.COORDINATION);
            statements.clear();
            assertThat(source.facts(scope, List.of(one))).hasSize(6);
            assertThat(ours()).hasSize(4);
            statements.clear();
            assertThat(source.facts(scope, List.of(one, other))).hasSize(9);
            assertThat(ours()).hasSize(4);
            statements.clear();
            source.people(scope, null, 10);
            assertThat(ours()).hasSize(1);
            statements.clear();
            source.standing(scope);
            assertThat(ours().stream().filter(statement -> statement.sql().contains("episode_")))
                    .hasSize(1);
            var control = access.taskScope("test", Section.REPORT, Purpose.CONTROL);
            refuses(source, control, one);
        });
        here.as(Role.COORDINATOR, () -> {
            refuses(source, access.scope(Section.REPORT, Purpose.COORDINATION, null), one);
            return null;
        });
    }

    /** Without those that tell open screens, some time after a change, that there was one. */
    private List<SeenStatement> ours() {
        return statements.ofThread(Thread.currentThread());
    }

    private static void refuses(FactSource source, Scope scope, PersonId person) {
        assertThatThrownBy(() -> source.facts(scope, List.of(person))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> source.people(scope, null, 1)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> source.standing(scope)).isInstanceOf(AccessDenied.class);
    }

    private FactSource source() {
        return sources.stream()
                .filter(source -> source.figures().contains("K1"))
                .findFirst()
                .orElseThrow();
    }

    private void sum() {
        TaskContext.run("indicator-sums", summing::bringUpToDate);
    }

    private PersonId registered() {
        return here.as(
                Role.NURSE,
                () -> persons.register(
                        access.taskScope("test", here.centre(), Purpose.CARE),
                        new RegisterPerson(here.centre(), here.ward(), Identity.alias("Orion"))));
    }

    private EpisodeId stay(PersonId person, String from, @Nullable String until) {
        return stay(person, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    private EpisodeId stay(PersonId person, LocalDate from, @Nullable LocalDate until) {
        house.follow(here, person);
        var episode = here.as(
                Role.NURSE, () -> episodes.admit(write(person), new Admit(null, 0, here.ward(), null, at(from, 10))));
        if (until != null) {
            here.as(Role.NURSE, () -> discharge(person, episode, EndReason.COMPLETED, at(until, 15)));
        }
        return episode;
    }

    private EpisodeId follow(PersonId person, String from, @Nullable LocalDate until, @Nullable EndReason reason) {
        house.follow(here, person);
        var episode = here.as(
                Role.NURSE,
                () -> episodes.startOutpatient(write(person), new StartOutpatient(null, 0, here.team(), at(from))));
        if (until != null && reason != null) {
            here.as(Role.NURSE, () -> discharge(person, episode, reason, at(until, 15)));
        }
        return episode;
    }

    private EpisodeId waits(PersonId person, LocalDate since, Priority priority) {
        house.follow(here, person);
        return here.as(
                Role.NURSE,
                () -> episodes.waitFor(
                        write(person),
                        new PutOnWaitingList(
                                null,
                                0,
                                here.ward(),
                                priority,
                                priority == Priority.NORMAL ? null : "Said by the physician",
                                at(since, 9))));
    }

    private void admit(PersonId person, EpisodeId waiting, String on) {
        here.as(
                Role.NURSE,
                () -> episodes.admit(write(person), new Admit(waiting, version(waiting), here.ward(), null, at(on))));
    }

    private void error(EpisodeId episode) {
        var person = jdbc.sql("SELECT person_id FROM episode_episode WHERE id = ?")
                .param(episode.value())
                .query(UUID.class)
                .single();
        here.as(Role.NURSE, () -> discharge(new PersonId(person), episode, EndReason.ENTERED_IN_ERROR, Instant.now()));
    }

    private void discharge(PersonId person, EpisodeId episode, EndReason reason, String on) {
        here.as(Role.NURSE, () -> discharge(person, episode, reason, at(LocalDate.parse(on), 15)));
    }

    private @Nullable Object discharge(PersonId person, EpisodeId episode, EndReason reason, Instant at) {
        var destination = reason == EndReason.COMPLETED ? Destination.HOME : null;
        episodes.discharge(write(person), new Discharge(episode, version(episode), reason, destination, null, at));
        return null;
    }

    private void change(BedId bed, BedCondition condition) {
        var closing = condition == BedCondition.CLOSED;
        here.as(Role.NURSE, () -> {
            var version = jdbc.sql("SELECT version FROM episode_bed WHERE bed_id = ?")
                    .param(bed.value())
                    .query(Integer.class)
                    .optional()
                    .orElse(0);
            beds.change(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new ChangeBed(bed, version, condition, closing ? "Repaired" : null, null));
            return null;
        });
    }

    private Grant write(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private long version(EpisodeId episode) {
        return jdbc.sql("SELECT version FROM episode_episode WHERE id = ?")
                .param(episode.value())
                .query(Long.class)
                .single();
    }

    private long transferVersion(TransferId transfer) {
        return jdbc.sql("SELECT version FROM episode_transfer WHERE id = ?")
                .param(transfer.value())
                .query(Long.class)
                .single();
    }

    private static Instant at(String day) {
        return at(LocalDate.parse(day), 10);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(PARIS).toInstant();
    }

    private Figure january(String figure) {
        return figure(figure, FIRST, LAST);
    }

    private long readmitted(LocalDate day) {
        var figure = figure("K6", day, day);
        assertThat(figure.denominator()).isEqualTo(1);
        return figure.numerator();
    }

    private Figure figure(String figure, LocalDate from, LocalDate to) {
        var amounts = new TreeMap<Integer, Long>();
        var sums = new long[3];
        jdbc.sql("SELECT amounts, facts, numerator, denominator FROM indicator_day"
                        + " WHERE figure = ? AND centre_id = ? AND day BETWEEN ? AND ?")
                .params(figure, here.centre().value(), from, to)
                .query(row -> {
                    sums[0] += row.getLong("facts");
                    sums[1] += row.getLong("numerator");
                    sums[2] += row.getLong("denominator");
                    FigureTable.amounts(row.getString("amounts"))
                            .forEach((amount, facts) -> amounts.merge(amount, facts, Long::sum));
                });
        return new Figure(sums[0], sums[1], sums[2], amounts);
    }

    // Night by night, what began to count until then
    private long nights(String part, UnitId unit) {
        return FIRST.datesUntil(LAST.plusDays(1))
                .mapToLong(night -> jdbc.sql("SELECT COALESCE(SUM(" + part + "), 0) FROM indicator_day"
                                + " WHERE figure = 'K1' AND unit_id = ? AND day <= ?")
                        .params(unit.value(), night)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private UnitId unitOf(String figure, LocalDate from, LocalDate to) {
        return new UnitId(jdbc.sql("SELECT DISTINCT unit_id FROM indicator_fact"
                        + " WHERE figure = ? AND centre_id = ? AND day BETWEEN ? AND ?")
                .params(figure, here.centre().value(), from, to)
                .query(UUID.class)
                .single());
    }

    private List<PersonId> people(Place place) {
        return jdbc.sql("SELECT DISTINCT person_id FROM indicator_fact WHERE centre_id = ? AND person_id IS NOT NULL")
                .param(place.centre().value())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    private Map<String, Integer> facts(Place place) {
        var found = new TreeMap<String, Integer>();
        jdbc.sql("SELECT figure FROM indicator_fact WHERE centre_id = ? AND person_id IS NOT NULL")
                .param(place.centre().value())
                .query(row -> {
                    found.merge(row.getString("figure"), 1, Integer::sum);
                });
        return found;
    }

    private Map<LocalDate, Integer> denominators(UUID source) {
        var found = new TreeMap<LocalDate, Integer>();
        jdbc.sql("SELECT day, denominator FROM indicator_fact WHERE figure = 'K1' AND source_id = ?")
                .param(source)
                .query(row -> {
                    found.put(row.getObject("day", LocalDate.class), row.getInt("denominator"));
                });
        return found;
    }
}
