package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.detox.VisitCourse.State;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.VisitActId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The visits of outpatient withdrawals: expected, seen, missed, and what a result calls for. */
@RelaisTest
@Import({MovableClock.class, VisitingPeople.class})
class OutpatientVisitsServiceTests {

    @Autowired
    OutpatientVisits visits;

    @Autowired
    DetoxEpisodes detoxes;

    @Autowired
    DetoxToday today;

    @Autowired
    VisitWatch watch;

    @Autowired
    VisitingPeople visiting;

    @Autowired
    AccessService access;

    @Autowired
    House house;

    @Autowired
    Clock clock;

    @Autowired
    MovableClock time;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = visiting.watched(here, "Rémi", 0);
    }

    @Test
    void somebody_is_expected_every_day_and_seen_once_something_is_made() {
        assertThat(state()).isEqualTo(State.EXPECTED);
        time.move(Duration.ofMinutes(61));
        // Unless the hour went over midnight meanwhile
        if (row().followUps().isEmpty()) {
            assertThat(state()).isEqualTo(State.NOT_COME);
        }
        visiting.score(here, person, 4);
        assertThat(state()).isEqualTo(State.SEEN);
        assertThat(row().call()).isNull();
        time.move(Duration.ofDays(1));
        assertThat(state()).isEqualTo(State.EXPECTED);
        assertThat(Objects.requireNonNull(row().course()).missed()).doesNotContain(day(0));
    }

    @Test
    void a_moderate_result_calls_for_a_physician_once_until_one_has_seen_the_person() {
        var form = visiting.score(here, person, 9);
        assertThat(kind()).isEqualTo(VisitCall.PHYSICIAN);
        assertThat(tasks(form.value())).containsExactly("OPEN");
        assertThatThrownBy(() -> tell(Role.NURSE, step(VisitStep.PHYSICIAN_SAW, null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("step"));
        assertThat(kind()).isEqualTo(VisitCall.PHYSICIAN);
        time.move(Duration.ofMinutes(5));
        var command = step(VisitStep.PHYSICIAN_SAW, null);
        tell(Role.PHYSICIAN, command);
        tell(Role.PHYSICIAN, command);
        assertThat(row().call()).isNull();
        assertThat(tasks(form.value())).containsExactly("DONE");
        assertThat(count("detox_visit_step")).isOne();
        time.move(Duration.ofMinutes(5));
        visiting.score(here, person, 12);
        assertThat(kind()).isEqualTo(VisitCall.PHYSICIAN);
    }

    @Test
    void a_mild_result_calls_for_nobody_and_two_moderate_ones_call_twice() {
        visiting.score(here, person, 7);
        assertThat(count("detox_visit_call")).isZero();
        visiting.score(here, person, 8);
        visiting.score(here, person, 14);
        assertThat(count("detox_visit_call")).isEqualTo(2);
        tell(Role.PHYSICIAN, step(VisitStep.PHYSICIAN_SAW, null));
        assertThat(row().call()).isNull();
    }

    @Test
    void a_severe_result_calls_for_emergency_care_and_says_how_and_who_was_told() {
        visiting.score(here, person, 15);
        assertThat(kind()).isEqualTo(VisitCall.EMERGENCY);
        refused("means", Role.NURSE, emergency(null, "le SAMU"));
        refused("informed", Role.NURSE, emergency(EmergencyMeans.AMBULANCE, " "));
        refused("note", Role.PHYSICIAN, step(VisitStep.PHYSICIAN_SAW, null));
        assertThat(kind()).isEqualTo(VisitCall.EMERGENCY);
        tell(Role.NURSE, emergency(EmergencyMeans.AMBULANCE, "le SAMU et sa sœur"));
        assertThat(row().call()).isNull();
        assertThat(row().sentAt()).isNotNull();
        // The withdrawal stays on the list until somebody ends it
        var detox = row().detox();
        here.as(
                Role.NURSE,
                () -> detoxes.end(
                        write(),
                        new EndDetox(
                                detox.id(), detox.version(), DetoxOutcome.TRANSFERRED_HIGHER_CARE, Set.of(), null)));
        assertThat(list()).isEmpty();
    }

    @Test
    void a_missed_visit_is_followed_up_until_somebody_closes_it_and_told_once() {
        visiting.score(here, person, 4);
        time.move(Duration.ofDays(2));
        var missed = day(-1);
        // Derived, whether or not a job has run
        assertThat(row().followUps()).extracting(VisitRow.FollowUp::day).containsExactly(missed);
        assertThat(missedTasks()).isEmpty();
        watch.look();
        watch.look();
        assertThat(missedTasks()).containsExactly("OPEN");
        tell(Role.NURSE, followUp(VisitStep.NOT_REACHED, missed, null, "Pas de réponse"));
        tell(Role.NURSE, followUp(VisitStep.REACHED, missed, null, null));
        visiting.score(here, person, 4);
        watch.look();
        assertThat(row().followUps().getFirst().steps())
                .extracting(VisitRow.Step::step)
                .containsExactly(VisitStep.NOT_REACHED, VisitStep.REACHED);
        assertThat(missedTasks()).containsExactly("OPEN");
        refused("agreedAt", Role.NURSE, followUp(VisitStep.NEW_VISIT, missed, null, null));
        refused("agreedAt", Role.NURSE, followUp(VisitStep.NEW_VISIT, missed, clock.instant(), null));
        tell(Role.NURSE, followUp(VisitStep.NEW_VISIT, missed, clock.instant().plus(Duration.ofDays(1)), null));
        assertThat(row().followUps()).isEmpty();
        assertThat(missedTasks()).containsExactly("DONE");
        watch.look();
        assertThat(missedTasks()).containsExactly("DONE");
    }

    @Test
    void a_visit_that_was_told_as_missed_stays_even_where_a_pause_hides_its_day() {
        visiting.score(here, person, 4);
        time.move(Duration.ofDays(2));
        watch.look();
        var detox = row().detox();
        here.as(
                Role.NURSE,
                () -> detoxes.pause(write(), new PauseDetox(detox.id(), detox.version(), true, "Hospitalisation")));
        assertThat(row().followUps()).hasSize(1);
        refused("note", Role.NURSE, followUp(VisitStep.WELFARE_CHECK, day(-1), null, null));
        tell(Role.NURSE, followUp(VisitStep.WELFARE_CHECK, day(-1), null, "Vu à son domicile"));
        assertThat(row().followUps()).isEmpty();
    }

    @Test
    void only_past_days_of_the_withdrawal_are_followed_up() {
        refused("visitDay", Role.NURSE, followUp(VisitStep.REACHED, day(0), null, null));
        refused("visitDay", Role.NURSE, followUp(VisitStep.REACHED, day(-5), null, null));
        refused("visitDay", Role.NURSE, step(VisitStep.REACHED, null));
        refused("visitDay", Role.PHYSICIAN, followUp(VisitStep.PHYSICIAN_SAW, day(-1), null, null));
    }

    @Test
    void another_centre_sees_none_of_it() {
        assertThat(elsewhere.as(
                        Role.NURSE,
                        () -> visits.of(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                access.scope(Section.MEDICAL, Purpose.CARE, null),
                                elsewhere.centre())))
                .isEmpty();
        assertThatThrownBy(() -> elsewhere.as(
                        Role.NURSE,
                        () -> visits.of(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                access.scope(Section.MEDICAL, Purpose.CARE, null),
                                here.centre())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_day_of_a_nurse_holds_one_line_for_a_visit_until_the_person_came() {
        assertThat(lines()).isOne();
        visiting.score(here, person, 4);
        assertThat(lines()).isZero();
    }

    @Test
    void the_list_reads_twelve_with_the_statements_of_two() {
        visiting.watched(here, "Jeanne", 0);
        var few = statementsOfTheList(2);
        for (var number = 0; number < 10; number++) {
            var more = visiting.watched(here, "Personne", 0);
            visiting.score(here, more, 9);
        }
        assertThat(statementsOfTheList(12)).isEqualTo(few);
    }

    private long statementsOfTheList(int expected) {
        return here.as(Role.NURSE, () -> {
            var names = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            var medical = access.scope(Section.MEDICAL, Purpose.CARE, null);
            statements.clear();
            assertThat(visits.of(names, medical, here.centre())).hasSize(expected);
            return (long) statements.ofThread(Thread.currentThread()).size();
        });
    }

    private long lines() {
        return here.as(
                Role.NURSE,
                () -> today.items(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), day(0)).stream()
                        .filter(item -> person.equals(item.person()))
                        .count());
    }

    private State state() {
        return Objects.requireNonNull(row().today()).state();
    }

    private VisitCall kind() {
        return Objects.requireNonNull(row().call()).kind();
    }

    private VisitRow row() {
        return list().getFirst();
    }

    private List<VisitRow> list() {
        return here.as(
                Role.NURSE,
                () -> visits.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        access.scope(Section.MEDICAL, Purpose.CARE, null),
                        here.centre()));
    }

    private void refused(String field, Role role, RecordVisitStep command) {
        assertThatThrownBy(() -> tell(role, command))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private void tell(Role role, RecordVisitStep command) {
        here.as(role, () -> {
            visits.tell(write(), command);
            return true;
        });
    }

    private RecordVisitStep step(VisitStep step, @Nullable String note) {
        return new RecordVisitStep(VisitActId.create(), row().detox().id(), step, null, null, null, null, null, note);
    }

    private RecordVisitStep emergency(@Nullable EmergencyMeans means, String informed) {
        return new RecordVisitStep(
                VisitActId.create(),
                row().detox().id(),
                VisitStep.SENT_TO_EMERGENCY,
                null,
                null,
                null,
                means,
                informed,
                null);
    }

    private RecordVisitStep followUp(VisitStep step, LocalDate day, @Nullable Instant agreed, @Nullable String note) {
        return new RecordVisitStep(VisitActId.create(), row().detox().id(), step, day, null, agreed, null, null, note);
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).plusDays(days);
    }

    private List<String> tasks(UUID source) {
        return jdbc.sql("SELECT state FROM worklist_task WHERE source_id = ? AND person_id = ?")
                .param(source)
                .param(person.value())
                .query(String.class)
                .list();
    }

    private List<String> missedTasks() {
        return jdbc.sql("SELECT state FROM worklist_task WHERE person_id = ? AND kind = 'detox.missed-visit'")
                .param(person.value())
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private Grant write() {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }
}
