package org.relais.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.AppointmentId;
import org.relais.shared.Conflict;
import org.relais.shared.GroupId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Groups, their members and who came, on a real database. */
@RelaisTest
@Import(Bookers.class)
class GroupsServiceTests {

    @Autowired
    House house;

    @Autowired
    Bookers bookers;

    @Autowired
    Groups groups;

    @Autowired
    Appointments appointments;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    PersonId person;
    PersonId other;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = bookers.register(here, "Rémi");
        other = bookers.register(here, "Samira");
    }

    @Test
    void only_those_who_lead_a_group_learn_who_its_members_are() {
        var group = open(GroupEntry.MEMBERS, 8);
        join(group, person);
        join(group, person);
        var seen = here.as(Role.PSYCHOLOGIST, () -> groups.members(bookers.scope(), group));
        assertThat(seen.count()).isEqualTo(1);
        assertThat(seen.people()).containsExactly(person);
        for (var role : List.of(Role.SOCIAL_WORKER, Role.COORDINATOR, Role.NURSE)) {
            var counted = here.as(role, () -> groups.members(bookers.scope(), group));
            assertThat(counted.count()).isEqualTo(1);
            assertThat(counted.people()).as("to " + role).isEmpty();
        }
        assertThatThrownBy(() -> elsewhere.as(Role.PSYCHOLOGIST, () -> groups.members(bookers.scope(), group)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_joins_without_the_agreement_nor_a_full_ended_or_open_group() {
        var group = open(GroupEntry.MEMBERS, 1);
        assertThatThrownBy(() -> here.as(Role.SOCIAL_WORKER, () -> {
                    groups.join(bookers.write(person), group, false);
                    return person;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("agreed"));
        join(group, person);
        refusedToJoin(group, other, "agenda.error.full");
        refusedToJoin(open(GroupEntry.OPEN, 12), other, "agenda.error.no-members");
        var ended = open(GroupEntry.MEMBERS, 12);
        here.as(Role.PSYCHOLOGIST, () -> {
            groups.end(bookers.scope(), ended, 1);
            return ended;
        });
        refusedToJoin(ended, other, "agenda.error.no-members");
    }

    @Test
    void of_two_who_take_the_last_place_at_once_one_has_it() throws Exception {
        for (var round = 0; round < 5; round++) {
            var group = open(GroupEntry.MEMBERS, 1);
            var barrier = new CyclicBarrier(2);
            List<Callable<Boolean>> both = List.of(person, other).stream()
                    .<Callable<Boolean>>map(one -> () -> {
                        barrier.await();
                        try {
                            join(group, one);
                            return true;
                        } catch (Conflict full) {
                            return false;
                        }
                    })
                    .toList();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var outcomes = threads.invokeAll(both).stream()
                        .map(outcome -> {
                            try {
                                return outcome.get();
                            } catch (Exception failure) {
                                throw new AssertionError(failure);
                            }
                        })
                        .toList();
                assertThat(outcomes).containsExactlyInAnyOrder(true, false);
            }
            assertThat(here.as(Role.PSYCHOLOGIST, () -> groups.members(bookers.scope(), group))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_member_is_expected_at_sessions_and_an_absence_is_noted_in_their_own_record_alone() {
        var group = open(GroupEntry.MEMBERS, 8);
        var session = begun(group);
        joinEarlier(group, person);
        joinEarlier(group, other);
        var before = here.as(Role.PSYCHOLOGIST, () -> groups.session(bookers.scope(), session));
        assertThat(before.attendees()).extracting(Attendee::person).containsExactlyInAnyOrder(person, other);
        attend(person, session, AppointmentState.NO_SHOW, 0);
        attend(other, session, AppointmentState.ATTENDED, 0);
        assertThatThrownBy(() -> attend(other, session, AppointmentState.NO_SHOW, 0))
                .isInstanceOf(StaleVersion.class);
        var after = here.as(Role.PSYCHOLOGIST, () -> groups.session(bookers.scope(), session));
        assertThat(after.attendees())
                .extracting(Attendee::person, Attendee::state)
                .containsExactlyInAnyOrder(
                        tuple(person, AppointmentState.NO_SHOW), tuple(other, AppointmentState.ATTENDED));
        assertThat(missed(person)).isEqualTo(1);
        assertThat(missed(other)).isZero();
        assertThat(here.as(Role.PSYCHOLOGIST, () -> worklist.due(access.grant(person, Section.RECORD))))
                .singleElement()
                .satisfies(task -> assertThat(task.assignee())
                        .isEqualTo(here.member(Role.PSYCHOLOGIST).id()));
        assertThat(here.as(Role.COORDINATOR, () -> groups.session(bookers.scope(), session))
                        .attendees())
                .isEmpty();
        assertThat(here.as(Role.PSYCHOLOGIST, () -> appointments.of(bookers.read(person)))
                        .past()
                        .rows())
                .singleElement()
                .satisfies(seen -> {
                    assertThat(Objects.requireNonNull(seen.row()).groupName()).isEqualTo("Prévention de la reprise");
                    assertThat(Objects.requireNonNull(seen.row()).state()).isEqualTo(AppointmentState.NO_SHOW);
                });
    }

    @Test
    void those_who_come_to_an_open_group_are_counted_and_not_named() {
        var group = open(GroupEntry.OPEN, 20);
        var session = begun(group);
        var counted = here.as(Role.PSYCHOLOGIST, () -> appointments.count(bookers.scope(), session, 9, 1));
        assertThat(counted.heads()).isEqualTo(9);
        assertThatThrownBy(() -> here.as(
                        Role.PSYCHOLOGIST, () -> appointments.count(bookers.scope(), session, -1, counted.version())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> attend(person, session, AppointmentState.ATTENDED, 0))
                .as("who is no member has no session")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_member_is_not_booked_over_a_session_of_their_group() {
        var group = open(GroupEntry.MEMBERS, 8);
        var day = bookers.monday();
        plan(group, day, LocalTime.of(10, 0));
        join(group, person);
        assertThatExceptionOfType(Clash.class)
                .isThrownBy(() -> bookers.book(here, person, bookers.command(here, "Talk", day, LocalTime.of(10, 30))))
                .satisfies(clash -> {
                    assertThat(clash.taken().getFirst().whom()).isEqualTo(Clash.Whom.PERSON);
                    assertThat(clash.taken().getFirst().subject()).isEqualTo("Prévention de la reprise");
                });
        here.as(Role.SOCIAL_WORKER, () -> {
            groups.leave(bookers.write(person), group);
            return person;
        });
        assertThat(bookers.book(here, person, bookers.command(here, "Talk", day, LocalTime.of(10, 30))))
                .isNotNull();
    }

    private GroupId open(GroupEntry entry, int capacity) {
        return here.as(
                Role.PSYCHOLOGIST,
                () -> groups.open(
                        bookers.scope(),
                        new OpenGroup(
                                GroupId.create(),
                                here.centre(),
                                "Prévention de la reprise",
                                entry,
                                capacity,
                                List.of(here.member(Role.PSYCHOLOGIST).id()))));
    }

    private AppointmentId begun(GroupId group) {
        var from = clock.instant().minus(Duration.ofMinutes(90)).atZone(Bookers.ZONE);
        return plan(group, from.toLocalDate(), from.toLocalTime().withSecond(0).withNano(0));
    }

    private AppointmentId plan(GroupId group, LocalDate day, LocalTime time) {
        return here.as(
                        Role.PSYCHOLOGIST,
                        () -> appointments.arrange(
                                bookers.scope(),
                                BookAppointment.of(
                                                AppointmentId.create(),
                                                here.centre(),
                                                AppointmentKind.GROUP,
                                                null,
                                                day,
                                                time,
                                                60,
                                                here.member(Role.PSYCHOLOGIST).id())
                                        .session(group)))
                .appointments()
                .getFirst();
    }

    private void join(GroupId group, PersonId who) {
        here.as(Role.SOCIAL_WORKER, () -> {
            groups.join(bookers.write(who), group, true);
            return who;
        });
    }

    // As if they had joined before the session
    private void joinEarlier(GroupId group, PersonId who) {
        join(group, who);
        jdbc.sql("UPDATE agenda_group_member SET joined_at = joined_at - INTERVAL 1 DAY WHERE person_id = ?")
                .param(who.value())
                .update();
    }

    private void attend(PersonId who, AppointmentId session, AppointmentState state, int version) {
        here.as(Role.PSYCHOLOGIST, () -> appointments.attend(bookers.write(who), session, state, version));
    }

    private long missed(PersonId who) {
        return here.as(
                Role.PSYCHOLOGIST,
                () -> timeline.page(access.grant(who, Section.RECORD), TimelineFilter.ALL, null, 50).rows().stream()
                        .filter(entry -> MissedDetail.TYPE.equals(entry.type()))
                        .count());
    }

    private void refusedToJoin(GroupId group, PersonId who, String key) {
        assertThatThrownBy(() -> join(group, who))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
