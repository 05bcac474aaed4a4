package org.relais.escalation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Merges;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.AssessmentId;
import org.relais.shared.ClinicalEventId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Alarms: stored with what caused them, once for a rule and a cause, answered once, and never closed by themselves. */
@RelaisTest
@Import({Wards.class, MovableClock.class})
class EscalationsServiceTests {

    @Autowired
    House house;

    @Autowired
    Wards wards;

    @Autowired
    Escalations escalations;

    @Autowired
    AlarmNews news;

    @Autowired
    AccessService access;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    Merges merges;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = house.personAt(here);
    }

    @Test
    void a_signed_form_raises_all_that_its_values_ask_for_most_urgent_first() {
        wards.ciwa(here, person, 30, Duration.ZERO);
        var open = wards.open(here, Role.PHYSICIAN, person);
        assertThat(codes(open)).containsExactly("E02", "E01");
        assertThat(open).allSatisfy(alarm -> {
            assertThat(alarm.state()).isEqualTo(AlarmState.RAISED);
            assertThat(alarm.version()).isEqualTo(1);
            assertThat(matter(alarm).readings()).containsExactly(new Reading(Reading.Kind.TOTAL, "CIWA_AR", "30"));
            assertThat(matter(alarm).raisedBy())
                    .isEqualTo(here.member(Role.NURSE).id());
        });
        assertThat(Duration.between(open.getFirst().raisedAt(), open.getFirst().dueAt()))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_form_that_is_not_stored_raises_nothing() {
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    var write = wards.write(person);
                    return transaction.execute(status -> {
                        escalations.raise(write, told("OBSERVATIONS_MISSED", AssessmentId.create()));
                        throw new IllegalStateException("The form could not be stored");
                    });
                }))
                .hasMessage("The form could not be stored");
        assertThat(wards.open(here, Role.NURSE, person)).isEmpty();
        assertThat(here.as(Role.NURSE, () -> {
                    access.grant(person, Section.RECORD);
                    return jdbc.sql("SELECT COUNT(*) FROM escalation_alarm WHERE person_id = ?")
                            .param(person.value())
                            .query(Integer.class)
                            .single();
                }))
                .isZero();
    }

    @Test
    void every_alarm_is_logged_in_the_transaction_of_the_form() {
        statements.clear();
        wards.ciwa(here, person, 30, Duration.ZERO);
        assertThat(statements.ofAccount("_application"))
                .filteredOn(statement -> statement.sql().contains("access_event"))
                .filteredOn(statement -> statement.parameters().contains("alarm"))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.parameters()).contains("CREATE"));
    }

    @Test
    void a_correction_raises_what_is_new_and_leaves_what_was_raised() {
        var at = clock.instant().minus(Duration.ofMinutes(5));
        var first = wards.ciwa(here, person, Wards.ratings(16), at, null);
        var raised = wards.open(here, Role.NURSE, person).getFirst();
        assertThat(matter(raised).corrected()).isFalse();

        var second = wards.correct(here, person, first, 21, at);
        var open = wards.open(here, Role.NURSE, person);
        assertThat(codes(open)).containsExactly("E02", "E01");
        assertThat(open.getLast().id()).isEqualTo(raised.id());
        assertThat(matter(open.getLast()).corrected()).isTrue();
        assertThat(matter(open.getFirst()).corrected()).isFalse();

        // Down and up again: neither rule has a second alarm for this observation
        var third = wards.correct(here, person, second, 4, at);
        wards.correct(here, person, third, 30, at);
        assertThat(codes(wards.open(here, Role.NURSE, person))).containsExactly("E02", "E01");
        assertThat(wards.open(here, Role.NURSE, person))
                .allMatch(alarm -> matter(alarm).corrected());
    }

    @Test
    void a_resolved_alarm_is_not_raised_again_by_a_correction() {
        var at = clock.instant().minus(Duration.ofMinutes(5));
        var first = wards.ciwa(here, person, Wards.ratings(16), at, null);
        answer(wards.open(here, Role.NURSE, person).getFirst());
        wards.correct(here, person, first, 17, at);
        assertThat(wards.open(here, Role.NURSE, person)).isEmpty();
    }

    @Test
    void a_rise_is_seen_whichever_of_the_two_was_entered_last() {
        wards.ciwa(here, person, 6, Duration.ofHours(3));
        wards.ciwa(here, person, 11, Duration.ofMinutes(10));
        assertThat(codes(wards.open(here, Role.NURSE, person))).containsExactly("E03");

        var other = house.personAt(here);
        wards.ciwa(here, other, 11, Duration.ofMinutes(10));
        assertThat(wards.open(here, Role.NURSE, other)).isEmpty();
        var late = wards.ciwa(here, other, 6, Duration.ofHours(3));
        assertThat(codes(wards.open(here, Role.NURSE, other))).containsExactly("E03");
        wards.correct(here, other, late, 5, clock.instant().minus(Duration.ofHours(3)));
        assertThat(codes(wards.open(here, Role.NURSE, other))).containsExactly("E03");
    }

    @Test
    void two_forms_signed_at_once_do_not_miss_the_rise_between_them() {
        for (int round = 0; round < 5; round++) {
            var one = house.personAt(here);
            together(
                    () -> wards.ciwa(here, one, 6, Duration.ofHours(3)),
                    () -> wards.ciwa(here, one, 11, Duration.ofMinutes(10)));
            assertThat(codes(wards.open(here, Role.NURSE, one))).containsExactly("E03");
        }
    }

    @Test
    void an_alarm_is_acknowledged_and_then_resolved_with_a_note() {
        wards.ciwa(here, person, 16, Duration.ZERO);
        var raised = wards.open(here, Role.NURSE, person).getFirst();
        assertThatThrownBy(() -> wards.resolve(here, Role.NURSE, person, raised, "Seen"))
                .isInstanceOf(Conflict.class);
        var acknowledged = wards.acknowledge(here, Role.PHYSICIAN, person, raised);
        assertThat(acknowledged.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(acknowledged.asked()).isNull();
        assertThatThrownBy(() -> wards.resolve(here, Role.PHYSICIAN, person, acknowledged, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("note"));
        var resolved = wards.resolve(here, Role.PHYSICIAN, person, acknowledged, "Seen at the bedside");
        assertThat(resolved.state()).isEqualTo(AlarmState.RESOLVED);
        assertThat(wards.open(here, Role.NURSE, person)).isEmpty();
        var past = here.as(
                Role.NURSE,
                () -> escalations
                        .history(access.grant(person, Section.MEDICAL), null, 10)
                        .rows()
                        .getFirst());
        assertThat(past.resolved()).isNotNull().satisfies(answer -> {
            assertThat(answer.by()).isEqualTo(here.member(Role.PHYSICIAN).id());
            assertThat(answer.note()).isEqualTo("Seen at the bedside");
        });
        assertThat(here.as(
                        Role.NURSE,
                        () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 10)
                                .rows()
                                .getFirst()))
                .satisfies(entry -> {
                    assertThat(entry.type()).isEqualTo(EscalationEntries.ALARM);
                    assertThat(entry.text()).isEqualTo("Seen at the bedside");
                    assertThat(entry.detail()).containsEntry(EscalationEntries.CODE, "E01");
                });
    }

    @Test
    void a_second_click_does_nothing_and_a_second_person_sees_who_was_first() {
        wards.ciwa(here, person, 16, Duration.ZERO);
        var raised = wards.open(here, Role.NURSE, person).getFirst();
        var first = wards.acknowledge(here, Role.PHYSICIAN, person, raised);
        assertThat(wards.acknowledge(here, Role.PHYSICIAN, person, raised)).isEqualTo(first);
        assertThatThrownBy(() -> wards.acknowledge(here, Role.NURSE, person, raised))
                .isInstanceOfSatisfying(AlarmAnswered.class, stale -> {
                    assertThat(stale.stored().acknowledged())
                            .isNotNull()
                            .satisfies(answer -> assertThat(answer.by())
                                    .isEqualTo(here.member(Role.PHYSICIAN).id()));
                    assertThat(stale.stored().version()).isEqualTo(2);
                });
        wards.resolve(here, Role.PHYSICIAN, person, first, "Done");
        assertThat(wards.resolve(here, Role.PHYSICIAN, person, first, "Done").state())
                .isEqualTo(AlarmState.RESOLVED);
        assertThatThrownBy(() -> wards.resolve(here, Role.NURSE, person, first, "Me too"))
                .isInstanceOf(AlarmAnswered.class);
    }

    @Test
    void of_two_who_acknowledge_at_once_one_is_first() {
        for (int round = 0; round < 5; round++) {
            var one = house.personAt(here);
            wards.ciwa(here, one, 16, Duration.ZERO);
            var raised = wards.open(here, Role.NURSE, one).getFirst();
            var outcomes = together(
                    () -> wards.acknowledge(here, Role.PHYSICIAN, one, raised),
                    () -> wards.acknowledge(here, Role.NURSE, one, raised));
            assertThat(outcomes).filteredOn(Alarm.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(AlarmAnswered.class::isInstance).hasSize(1);
        }
    }

    @Test
    void an_event_raises_once_and_stands_in_the_record() {
        var event = wards.happened(here, person, "SEIZURE");
        here.as(Role.NURSE, () -> {
            escalations.record(
                    wards.write(person), new RecordEvent(event, "SEIZURE", null, clock.instant(), here.centre()));
            return event;
        });
        var open = wards.open(here, Role.PHYSICIAN, person);
        assertThat(codes(open)).containsExactly("E04");
        assertThat(open.getFirst().dueAt()).isEqualTo(open.getFirst().raisedAt());
        // A second seizure is another cause
        wards.happened(here, person, "SEIZURE");
        assertThat(codes(wards.open(here, Role.PHYSICIAN, person))).containsExactly("E04", "E04");
    }

    @Test
    void an_event_is_known_to_a_rule_and_does_not_lie_ahead() {
        assertThatThrownBy(() -> wards.happened(here, person, "LOST_KEY"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("code"));
        assertThatThrownBy(() -> wards.happened(here, person, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class, refusal -> assertThat(refusal.key()).isEqualTo("shared.error.required"));
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    escalations.record(
                            wards.write(person),
                            new RecordEvent(
                                    ClinicalEventId.create(),
                                    "SEIZURE",
                                    null,
                                    clock.instant().plusSeconds(60),
                                    here.centre()));
                    return person;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("occurredAt"));
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    escalations.record(
                            wards.write(person),
                            new RecordEvent(
                                    ClinicalEventId.create(), "SEIZURE", null, clock.instant(), elsewhere.centre()));
                    return person;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("centre"));
    }

    @Test
    void another_room_tells_a_condition_and_raises_it_once_for_a_cause() {
        var missed = AssessmentId.create();
        for (int twice = 0; twice < 2; twice++) {
            here.as(Role.NURSE, () -> {
                var task = access.taskScope("observations", here.centre(), Purpose.CARE);
                transaction.executeWithoutResult(
                        status -> escalations.raise(task, told("OBSERVATIONS_MISSED", missed)));
                return missed;
            });
        }
        var open = wards.open(here, Role.NURSE, person);
        assertThat(codes(open)).containsExactly("E15");
        assertThat(matter(open.getFirst()).raisedBy()).isNull();
        here.as(Role.NURSE, () -> {
            var write = wards.write(person);
            transaction.executeWithoutResult(
                    status -> escalations.raise(write, told("DAILY_MAXIMUM", AssessmentId.create())));
            return missed;
        });
        assertThat(codes(wards.open(here, Role.NURSE, person))).containsExactlyInAnyOrder("E15", "E14");
    }

    @Test
    void a_condition_needs_a_task_of_the_centre_or_a_grant_to_write() {
        var condition = told("OBSERVATIONS_MISSED", AssessmentId.create());
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    var list = wards.list();
                    transaction.executeWithoutResult(status -> escalations.raise(list, condition));
                    return person;
                }))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    var read = access.grant(person, Section.MEDICAL);
                    transaction.executeWithoutResult(status -> escalations.raise(read, condition));
                    return person;
                }))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    var task = access.taskScope("observations", elsewhere.centre(), Purpose.CARE);
                    transaction.executeWithoutResult(status -> escalations.raise(task, condition));
                    return person;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    var write = wards.write(person);
                    transaction.executeWithoutResult(
                            status -> escalations.raise(write, told("FULL_MOON", AssessmentId.create())));
                    return person;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_system_closes_only_what_a_rule_lets_it_close() {
        wards.ciwa(here, person, 30, Duration.ZERO);
        wards.happened(here, person, "SEIZURE");
        wards.happened(here, person, "ACUTE_SUICIDE_RISK");
        wards.ciwa(here, person, Map.of("ORIENTATION", 3), clock.instant(), null);
        var stays = here.as(Role.NURSE, () -> {
            var write = wards.write(person);
            return transaction.execute(status -> escalations.closeBySystem(write, person, here.centre()));
        });
        assertThat(stays).isEqualTo(3);
        assertThat(codes(wards.open(here, Role.NURSE, person))).containsExactlyInAnyOrder("E04", "E05", "E13");
        var closed = here.as(
                Role.NURSE,
                () -> escalations.history(access.grant(person, Section.MEDICAL), null, 10).rows().stream()
                        .filter(alarm -> alarm.state() == AlarmState.RESOLVED)
                        .toList());
        assertThat(codes(closed)).containsExactlyInAnyOrder("E01", "E02");
        assertThat(closed)
                .allSatisfy(alarm -> assertThat(
                                Objects.requireNonNull(alarm.resolved()).by())
                        .isNull());
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    var list = wards.list();
                    return transaction.execute(status -> escalations.closeBySystem(list, person, here.centre()));
                }))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void at_half_of_the_time_the_next_in_the_chain_is_asked_with_no_job_run() {
        wards.give(here, Role.PHYSICIAN, StaffFunction.ON_CALL);
        wards.give(here, Role.PSYCHOLOGIST, StaffFunction.MEDICAL_DIRECTOR);
        wards.give(elsewhere, Role.PHYSICIAN, StaffFunction.ON_CALL);
        wards.ciwa(here, person, 16, Duration.ZERO);
        var physician = new Asked.Called(
                StaffFunction.ON_CALL, here.member(Role.PHYSICIAN).id());
        var director = new Asked.Called(
                StaffFunction.MEDICAL_DIRECTOR, here.member(Role.PSYCHOLOGIST).id());
        var fresh = wards.open(here, Role.NURSE, person).getFirst();
        assertThat(fresh.asked())
                .isEqualTo(new Asked(
                        List.of(physician), fresh.raisedAt().plus(Duration.ofMinutes(30)), List.of(director)));
        clock.move(Duration.ofMinutes(30));
        assertThat(wards.open(here, Role.NURSE, person).getFirst().asked())
                .isEqualTo(new Asked(List.of(physician, director), null, List.of()));
        assertThat(wards.acknowledge(here, Role.NURSE, person, fresh).asked()).isNull();
    }

    @Test
    void lists_name_the_open_alarms_of_ones_centres_and_of_nobody_else() {
        wards.ciwa(here, person, 30, Duration.ZERO);
        var stranger = house.personAt(elsewhere);
        wards.ciwa(elsewhere, stranger, 30, Duration.ZERO);
        assertThat(wards.openHere(here, Role.PHYSICIAN))
                .extracting(Alarm::person)
                .containsExactly(person, person);
        assertThat(codes(wards.openHere(here, Role.NURSE))).containsExactly("E02", "E01");
        assertThat(here.as(Role.NURSE, () -> escalations.countOpen(wards.list())))
                .isEqualTo(2);
        assertThat(here.as(Role.NURSE, () -> escalations.open(wards.list(), List.of(person, stranger))))
                .hasSize(2);
        for (var role : List.of(Role.COORDINATOR, Role.PSYCHOLOGIST, Role.DISPENSING_NURSE, Role.SOCIAL_WORKER)) {
            assertThatThrownBy(() -> here.as(role, () -> escalations.openHere(wards.list())))
                    .as("%s", role)
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void a_board_asks_as_many_questions_for_one_person_as_for_forty() {
        wards.give(here, Role.PHYSICIAN, StaffFunction.ON_CALL);
        var people = IntStream.range(0, 12).mapToObj(n -> house.personAt(here)).toList();
        people.forEach(one -> wards.ciwa(here, one, 30, Duration.ZERO));
        assertThat(questions(people.subList(0, 1))).isEqualTo(questions(people)).isLessThanOrEqualTo(4);
    }

    @Test
    void a_record_without_an_open_alarm_costs_no_question() {
        news.lookAround();
        var other = house.personAt(here);
        wards.ciwa(here, other, 30, Duration.ZERO);
        assertThat(questionsOnTheRecord()).isZero();
        wards.ciwa(here, person, 30, Duration.ZERO);
        assertThat(questionsOnTheRecord()).isEqualTo(2);
        wards.open(here, Role.NURSE, person).forEach(this::answer);
        news.lookAround();
        assertThat(questionsOnTheRecord()).isZero();
        // What another node raised is known when its news were read
        here.as(Role.NURSE, () -> {
            access.grant(person, Section.RECORD);
            jdbc.sql("""
                            INSERT INTO escalation_open (alarm_id, person_id, centre_id, due_at)
                            SELECT id, person_id, centre_id, due_at FROM escalation_alarm WHERE person_id = ? LIMIT 1""").param(person.value()).update();
            jdbc.sql("INSERT INTO escalation_news VALUES (UUID(), ?, ?, ?)")
                    .param(person.value())
                    .param(here.centre().value())
                    .param(Utc.column(clock.instant()))
                    .update();
            return person;
        });
        news.lookAround();
        assertThat(questionsOnTheRecord()).isPositive();
    }

    private int questionsOnTheRecord() {
        return here.as(Role.PHYSICIAN, () -> {
            var record = access.grant(person, Section.RECORD);
            statements.clear();
            escalations.open(record);
            return (int) statements.ofThread(Thread.currentThread()).stream()
                    .filter(statement -> statement.sql().contains("escalation_")
                            || statement.sql().contains("staff_function"))
                    .count();
        });
    }

    @Test
    void where_a_person_locked_the_section_only_that_there_is_an_alarm_is_told() {
        wards.ciwa(here, person, 16, Duration.ZERO);
        here.as(
                Role.NURSE,
                () -> locks.lockSection(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL));
        var here2 = wards.openHere(here, Role.PHYSICIAN);
        assertThat(here2)
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.matter()).isNull());
        assertThat(wards.open(here, Role.PHYSICIAN, person))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.matter()).isNull());
        assertThatThrownBy(() -> wards.acknowledge(here, Role.PHYSICIAN, person, here2.getFirst()))
                .isInstanceOf(NotFound.class);
        // Who observed it knows it
        assertThat(codes(wards.open(here, Role.NURSE, person))).containsExactly("E01");
        assertThat(codes(wards.openHere(here, Role.NURSE))).containsExactly("E01");
    }

    @Test
    void a_protected_person_is_in_no_list_and_no_number() {
        wards.ciwa(here, person, 16, Duration.ZERO);
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.PHYSICIAN).id()),
                    "Known in the neighbourhood");
            return person;
        });
        assertThat(wards.openHere(here, Role.NURSE)).isEmpty();
        assertThat(here.as(Role.NURSE, () -> escalations.countOpen(wards.list())))
                .isZero();
        assertThat(here.as(Role.NURSE, () -> escalations.open(wards.list(), List.of(person))))
                .isEmpty();
        assertThat(wards.openHere(here, Role.PHYSICIAN)).hasSize(1);
    }

    @Test
    void the_alarms_of_a_merged_record_stand_with_the_surviving_one() {
        var absorbed = house.personAt(here);
        wards.ciwa(here, absorbed, 16, Duration.ZERO);
        here.as(Role.COORDINATOR, () -> {
            var surviving = access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
            var other = access.grant(absorbed, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
            transaction.executeWithoutResult(status -> merges.link(surviving, other, "Same person"));
            return person;
        });
        assertThat(wards.open(here, Role.NURSE, person)).hasSize(1);
        assertThat(wards.openHere(here, Role.NURSE)).extracting(Alarm::person).containsExactly(person);
        assertThat(here.as(Role.NURSE, () -> escalations.open(wards.list(), List.of(person))))
                .extracting(Alarm::person)
                .containsExactly(person);
        var raised = wards.open(here, Role.NURSE, person).getFirst();
        assertThat(wards.acknowledge(here, Role.NURSE, person, raised).state()).isEqualTo(AlarmState.ACKNOWLEDGED);
    }

    @Test
    void open_windows_are_told_at_once_and_only_those_concerned() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        var bystander = house.personAt(here);
        var record = here.as(
                Role.PHYSICIAN, () -> news.listen(access.grant(person, Section.RECORD), () -> told.add("record")));
        var list = here.as(Role.PHYSICIAN, () -> news.listen(wards.list(), () -> told.add("list")));
        var other = here.as(
                Role.PHYSICIAN, () -> news.listen(access.grant(bystander, Section.RECORD), () -> told.add("other")));
        var away = elsewhere.as(Role.PHYSICIAN, () -> news.listen(wards.list(), () -> told.add("away")));
        wards.ciwa(here, person, 16, Duration.ZERO);
        assertThat(List.of(next(told), next(told))).containsExactlyInAnyOrder("record", "list");
        wards.acknowledge(
                here, Role.NURSE, person, wards.open(here, Role.NURSE, person).getFirst());
        assertThat(List.of(next(told), next(told))).containsExactlyInAnyOrder("record", "list");
        List.of(record, list, other, away).forEach(AlarmNews.Subscription::end);
        wards.happened(here, person, "SEIZURE");
        assertThat(told).isEmpty();
    }

    @Test
    void a_window_is_woken_when_what_it_shows_changes_with_the_clock() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        var list = here.as(Role.PHYSICIAN, () -> news.listen(wards.list(), () -> told.add("woken")));
        list.wakeAt(clock.instant().plus(Duration.ofMinutes(30)));
        news.lookAround();
        assertThat(told).isEmpty();
        clock.move(Duration.ofMinutes(30));
        news.lookAround();
        assertThat(next(told)).isEqualTo("woken");
        list.end();
    }

    private int questions(List<PersonId> people) {
        return here.as(Role.PHYSICIAN, () -> {
            var scope = wards.list();
            access.show(scope, people);
            statements.clear();
            assertThat(escalations.open(scope, people)).hasSize(people.size() * 2);
            return (int) statements.ofThread(Thread.currentThread()).stream()
                    .filter(statement -> statement.sql().startsWith("SELECT"))
                    .count();
        });
    }

    private static String next(LinkedBlockingQueue<String> told) throws InterruptedException {
        var next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("told").isNotNull();
        return Objects.requireNonNull(next);
    }

    private void answer(Alarm raised) {
        var acknowledged = wards.acknowledge(here, Role.NURSE, person, raised);
        wards.resolve(here, Role.NURSE, person, acknowledged, "Seen");
    }

    private RaiseAlarm told(String condition, AssessmentId cause) {
        return new RaiseAlarm(person, here.centre(), condition, cause, clock.instant());
    }

    private static List<Object> together(Callable<?> one, Callable<?> other) {
        var start = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var tries = new ArrayList<Future<Object>>();
            for (var act : List.of(one, other)) {
                tries.add(pool.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            return tries.stream().map(EscalationsServiceTests::outcome).toList();
        }
    }

    private static Object outcome(Future<Object> tried) {
        try {
            return tried.get();
        } catch (ExecutionException refused) {
            return Objects.requireNonNull(refused.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> codes(List<Alarm> alarms) {
        return alarms.stream().map(alarm -> matter(alarm).rule().rule().code()).toList();
    }

    private static Alarm.Matter matter(Alarm alarm) {
        assertThat(alarm.matter()).isNotNull();
        return Objects.requireNonNull(alarm.matter());
    }
}
