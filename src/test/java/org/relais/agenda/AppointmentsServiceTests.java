package org.relais.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.GiveConsent;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.AppointmentId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.TodayItem;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Appointments from being booked to being attended or cancelled, on a real database. */
@RelaisTest
@Import(Bookers.class)
class AppointmentsServiceTests {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Autowired
    House house;

    @Autowired
    Bookers bookers;

    @Autowired
    Appointments appointments;

    @Autowired
    AttendanceToday attendance;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    PersonId person;
    PersonId other;
    LocalDate day;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = bookers.register(here, "Rémi");
        other = bookers.register(here, "Samira");
        day = bookers.monday();
    }

    @Test
    void what_is_booked_stands_among_the_persons_appointments_at_its_local_time() {
        var id = bookers.book(here, person, bookers.command(here, "Monthly talk", day, TEN));
        assertThat(upcoming()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.subject()).isEqualTo("Monthly talk");
            assertThat(row.startsAt().atZone(Bookers.ZONE).toLocalDateTime()).isEqualTo(day.atTime(TEN));
            assertThat(row.minutes()).isEqualTo(60);
            assertThat(row.holder()).isEqualTo(socialWorker());
            assertThat(row.state()).isEqualTo(AppointmentState.PLANNED);
        });
    }

    @Test
    void booking_the_same_twice_books_once() {
        var command = bookers.command(here, "Monthly talk", day, TEN).repeating(Recurrence.times(1, 3));
        var first = here.as(Role.SOCIAL_WORKER, () -> appointments.book(bookers.write(person), command));
        var second = here.as(Role.SOCIAL_WORKER, () -> appointments.book(bookers.write(person), command));
        assertThat(second).isEqualTo(first);
        assertThat(upcoming()).hasSize(3);
    }

    @Test
    void a_colleague_is_not_taken_twice_and_the_refusal_names_whom_and_when() {
        bookers.book(here, person, bookers.command(here, "Monthly talk", day, TEN));
        assertThatExceptionOfType(Clash.class)
                .isThrownBy(() -> bookers.book(here, other, bookers.command(here, "Rights", day, LocalTime.of(10, 45))))
                .satisfies(clash -> assertThat(clash.taken()).singleElement().satisfies(taken -> {
                    assertThat(taken.whom()).isEqualTo(Clash.Whom.STAFF);
                    assertThat(taken.staff()).isEqualTo(socialWorker());
                    assertThat(taken.startsAt().atZone(Bookers.ZONE).toLocalTime())
                            .isEqualTo(TEN);
                    assertThat(taken.subject()).as("of another person nothing").isNull();
                }));
        assertThat(bookers.book(here, other, bookers.command(here, "Rights", day, LocalTime.of(11, 0))))
                .as("the end of one is no clash with the beginning of the next")
                .isNotNull();
    }

    @Test
    void a_room_is_not_taken_twice() {
        var room = bookers.room(here, "Bureau 4");
        bookers.book(
                here, person, bookers.command(here, "Monthly talk", day, TEN).in(room));
        var psychologist = here.member(Role.PSYCHOLOGIST).id();
        assertThatExceptionOfType(Clash.class)
                .isThrownBy(() -> here.as(
                        Role.PSYCHOLOGIST,
                        () -> appointments.book(
                                bookers.write(other),
                                bookers.command(here, "Session", day, LocalTime.of(9, 30))
                                        .with(List.of(psychologist))
                                        .in(room))))
                .satisfies(clash -> assertThat(clash.taken().getFirst().room()).isEqualTo(room));
    }

    @Test
    void a_person_is_not_taken_twice_and_another_centre_tells_no_more_than_that() {
        bookers.follow(elsewhere, person);
        bookers.book(here, person, bookers.command(here, "Confidential", day, TEN));
        assertThatExceptionOfType(Clash.class)
                .isThrownBy(() -> bookers.book(elsewhere, person, bookers.command(elsewhere, "Monthly talk", day, TEN)))
                .satisfies(clash -> assertThat(clash.taken()).singleElement().satisfies(taken -> {
                    assertThat(taken.whom()).isEqualTo(Clash.Whom.PERSON);
                    assertThat(taken.subject()).isNull();
                }));
        assertThatExceptionOfType(Clash.class)
                .isThrownBy(() -> here.as(
                        Role.PSYCHOLOGIST,
                        () -> appointments.book(
                                bookers.write(person),
                                bookers.command(here, "Session", day, TEN)
                                        .with(List.of(
                                                here.member(Role.PSYCHOLOGIST).id())))))
                .satisfies(
                        clash -> assertThat(clash.taken().getFirst().subject()).isEqualTo("Confidential"));
    }

    @Test
    void of_two_who_book_one_room_at_once_one_wins_and_the_other_is_told() throws Exception {
        var room = bookers.room(here, "Bureau 4");
        for (var round = 0; round < 8; round++) {
            var time = LocalTime.of(8 + round, 0);
            var barrier = new CyclicBarrier(2);
            Callable<AppointmentId> one = () -> {
                barrier.await();
                return bookers.book(
                        here, person, bookers.command(here, "One", day, time).in(room));
            };
            Callable<AppointmentId> two = () -> {
                barrier.await();
                return here.as(
                                Role.PSYCHOLOGIST,
                                () -> appointments.book(
                                        bookers.write(other),
                                        bookers.command(here, "Two", day, time.plusMinutes(30))
                                                .with(List.of(here.member(Role.PSYCHOLOGIST)
                                                        .id()))
                                                .in(room)))
                        .appointments()
                        .getFirst();
            };
            var refused = new ArrayList<Throwable>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var outcome : threads.invokeAll(List.of(one, two))) {
                    try {
                        outcome.get();
                    } catch (ExecutionException failure) {
                        refused.add(failure.getCause());
                    }
                }
            }
            assertThat(refused)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Clash.class,
                            clash -> assertThat(clash.taken())
                                    .as("it looked after the other had written")
                                    .isNotEmpty());
            day = day.plusDays(1);
        }
    }

    @Test
    void the_database_itself_takes_nobody_twice() {
        var id = bookers.book(here, person, bookers.command(here, "Monthly talk", day, TEN));
        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO agenda_busy
                                SELECT ?, resource_id, starts_at + INTERVAL 5 MINUTE, ends_at + INTERVAL 5 MINUTE
                                FROM agenda_busy WHERE appointment_id = ? LIMIT 1""")
                        .param(bookers.book(here, other, bookers.command(here, "Other", day, LocalTime.of(14, 0)))
                                .value())
                        .param(id.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_closed_day_is_refused_by_name_and_left_out_of_a_series() {
        bookers.close(here, day.plusWeeks(1), "Formation de l’équipe");
        assertThatExceptionOfType(CentreClosed.class)
                .isThrownBy(() -> bookers.book(here, person, bookers.command(here, "Talk", day.plusWeeks(1), TEN)))
                .satisfies(closed -> {
                    assertThat(closed.field()).isEqualTo("day");
                    assertThat(closed.day()).isEqualTo(day.plusWeeks(1));
                    assertThat(closed.reason()).isEqualTo("Formation de l’équipe");
                });
        var booked = here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.book(
                        bookers.write(person),
                        bookers.command(here, "Talk", day, TEN).repeating(Recurrence.times(1, 3))));
        assertThat(booked.leftOut()).containsExactly(day.plusWeeks(1));
        assertThat(days(upcoming())).containsExactly(day, day.plusWeeks(2), day.plusWeeks(3));
    }

    @Test
    void one_of_a_series_is_moved_or_cancelled_alone_and_the_rest_follows_together() {
        here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.book(
                        bookers.write(person),
                        bookers.command(here, "Talk", day, TEN).repeating(Recurrence.times(2, 5))));
        var rows = upcoming();
        move(MoveAppointment.to(rows.get(3), Reach.ONE, day.plusWeeks(6).plusDays(1), LocalTime.of(15, 0)));
        cancel(rows.get(1), Reach.ONE, Canceller.SERVICE);
        var second = upcoming().get(2);
        move(MoveAppointment.to(second, Reach.FOLLOWING, day.plusWeeks(4).plusDays(2), LocalTime.of(11, 30)));
        var after = upcoming();
        assertThat(after)
                .extracting(row -> row.startsAt().atZone(Bookers.ZONE).toLocalDateTime())
                .containsExactly(
                        day.atTime(TEN),
                        day.plusWeeks(2).atTime(TEN),
                        day.plusWeeks(4).plusDays(2).atTime(11, 30),
                        day.plusWeeks(6).plusDays(1).atTime(15, 0),
                        day.plusWeeks(8).plusDays(2).atTime(11, 30));
        assertThat(after.get(1).state()).isEqualTo(AppointmentState.CANCELLED);
        cancel(after.get(2), Reach.FOLLOWING, Canceller.PERSON);
        assertThat(upcoming())
                .extracting(AppointmentRow::state)
                .containsExactly(
                        AppointmentState.PLANNED,
                        AppointmentState.CANCELLED,
                        AppointmentState.CANCELLED,
                        AppointmentState.CANCELLED,
                        AppointmentState.CANCELLED);
    }

    @Test
    void what_is_cancelled_or_moved_frees_its_time() {
        var id = bookers.book(here, person, bookers.command(here, "Talk", day, TEN));
        cancel(row(id), Reach.ONE, Canceller.SERVICE);
        var second = bookers.book(here, other, bookers.command(here, "Rights", day, TEN));
        here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.move(
                        bookers.write(other),
                        MoveAppointment.to(rowOf(other, second), Reach.ONE, day, LocalTime.of(14, 0))));
        assertThat(bookers.book(here, person, bookers.command(here, "Talk", day, TEN)))
                .isNotNull();
    }

    @Test
    void a_move_within_its_own_time_clashes_with_nothing() {
        var id = bookers.book(here, person, bookers.command(here, "Talk", day, TEN));
        var moved = move(MoveAppointment.to(row(id), Reach.ONE, day, LocalTime.of(10, 30)));
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.startsAt().atZone(Bookers.ZONE).toLocalTime()).isEqualTo(LocalTime.of(10, 30));
    }

    @Test
    void who_opened_it_before_somebody_moved_it_overwrites_nothing() {
        var id = bookers.book(here, person, bookers.command(here, "Talk", day, TEN));
        var opened = row(id);
        move(MoveAppointment.to(opened, Reach.ONE, day, LocalTime.of(12, 0)));
        assertThatThrownBy(() -> move(MoveAppointment.to(opened, Reach.ONE, day, LocalTime.of(15, 0))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> cancel(opened, Reach.ONE, Canceller.PERSON)).isInstanceOf(StaleVersion.class);
    }

    @Test
    void who_does_not_come_leaves_an_entry_and_a_task_for_whoever_held_it() {
        var id = begun("Monthly talk");
        var missed = attend(row(id), AppointmentState.NO_SHOW);
        assertThat(missed.state()).isEqualTo(AppointmentState.NO_SHOW);
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(MissedDetail.TYPE);
            assertThat(entry.level()).isEqualTo(EntryLevel.FULL);
            assertThat(entry.detail()).containsEntry(MissedDetail.STATE, "NO_SHOW");
        });
        assertThat(due()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(MissedDetail.TASK);
            assertThat(task.assignee()).isEqualTo(socialWorker());
            assertThat(task.dueOn()).isAfter(bookers.today().minusDays(1));
        });
    }

    @Test
    void who_came_after_all_has_the_entry_struck_and_the_task_ended() {
        var id = begun("Monthly talk");
        attend(row(id), AppointmentState.NO_SHOW);
        attend(row(id), AppointmentState.ATTENDED);
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.amendments()).isNotEmpty());
        assertThat(due()).isEmpty();
    }

    @Test
    void nobody_is_noted_as_absent_before_the_beginning() {
        var id = bookers.book(here, person, bookers.command(here, "Talk", day, TEN));
        assertThatThrownBy(() -> attend(row(id), AppointmentState.NO_SHOW))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("agenda.error.lies-ahead");
    }

    @Test
    void a_person_who_cancels_within_the_terms_of_the_rule_cancels_late_and_the_service_never_does() {
        var soon = clock.instant().atZone(Bookers.ZONE).plusHours(3);
        var late = bookers.book(
                here,
                person,
                bookers.command(
                        here,
                        "Talk",
                        soon.toLocalDate(),
                        soon.toLocalTime().withSecond(0).withNano(0)));
        assertThat(cancel(row(late), Reach.ONE, Canceller.PERSON).state()).isEqualTo(AppointmentState.LATE_CANCEL);
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry(MissedDetail.STATE, "LATE_CANCEL"));
        assertThat(due()).as("nobody has to look for who called").isEmpty();
        var early = bookers.book(here, person, bookers.command(here, "Talk", day, TEN));
        assertThat(cancel(row(early), Reach.ONE, Canceller.PERSON).state()).isEqualTo(AppointmentState.CANCELLED);
        var ours = bookers.book(
                here,
                person,
                bookers.command(
                        here,
                        "Talk",
                        soon.toLocalDate(),
                        soon.toLocalTime().withSecond(0).withNano(0)));
        assertThat(cancel(row(ours), Reach.ONE, Canceller.SERVICE).state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void who_does_not_work_at_the_centre_cannot_be_booked_there() {
        var command = bookers.command(here, "Talk", day, TEN)
                .with(List.of(elsewhere.member(Role.SOCIAL_WORKER).id()));
        assertThatThrownBy(() -> bookers.book(here, person, command))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("staff"));
        var administrator = bookers.command(here, "Talk", day, TEN)
                .with(List.of(here.member(Role.ADMINISTRATOR).id()));
        assertThatThrownBy(() -> bookers.book(here, person, administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("agenda.error.staff-may-not"));
    }

    @Test
    void a_coordinator_reads_titles_and_books_nothing() {
        bookers.book(here, person, bookers.command(here, "Monthly talk", day, TEN));
        var seen = here.as(Role.COORDINATOR, () -> appointments.of(bookers.read(person)));
        assertThat(seen.upcoming()).singleElement().satisfies(one -> {
            assertThat(one.row()).isNotNull();
            assertThat(Objects.requireNonNull(one.row()).subject()).isEqualTo("Monthly talk");
        });
        assertThatThrownBy(() -> here.as(
                        Role.COORDINATOR,
                        () -> appointments.book(
                                bookers.write(person), bookers.command(here, "Talk", day, LocalTime.NOON))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void another_centre_learns_how_many_and_with_consent_what() {
        bookers.follow(elsewhere, person);
        bookers.book(here, person, bookers.command(here, "Monthly talk", day, TEN));
        var before = elsewhere.as(Role.PSYCHOLOGIST, () -> appointments.of(bookers.read(person)));
        assertThat(before.upcoming()).isEmpty();
        assertThat(before.elsewhere()).isEqualTo(1);
        here.as(Role.SOCIAL_WORKER, () -> {
            consents.give(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    GiveConsent.everywhere(null, "fr"));
            return person;
        });
        var after = elsewhere.as(Role.PSYCHOLOGIST, () -> appointments.of(bookers.read(person)));
        assertThat(after.upcoming())
                .singleElement()
                .satisfies(one -> assertThat(one.row()).isNotNull());
        assertThatThrownBy(() -> elsewhere.as(
                        Role.PSYCHOLOGIST,
                        () -> appointments.move(
                                bookers.write(person),
                                MoveAppointment.to(
                                        Objects.requireNonNull(
                                                after.upcoming().getFirst().row()),
                                        Reach.ONE,
                                        day,
                                        LocalTime.NOON))))
                .as("what another centre planned is read and not moved")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_over_and_not_noted_stands_in_the_day_of_who_held_it_alone() {
        var id = begun("Monthly talk");
        assertThat(toNote(Role.SOCIAL_WORKER)).singleElement().satisfies(item -> {
            assertThat(item.person()).isEqualTo(person);
            assertThat(item.title().key()).isEqualTo("agenda.today.attendance");
        });
        assertThat(toNote(Role.PSYCHOLOGIST)).isEmpty();
        attend(row(id), AppointmentState.ATTENDED);
        assertThat(toNote(Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void older_appointments_are_read_page_by_page() {
        var zone = clock.instant().atZone(Bookers.ZONE);
        for (var back = 1; back <= 31; back++) {
            bookers.book(
                    here,
                    person,
                    bookers.command(here, "Talk", zone.toLocalDate().minusDays(back), TEN));
        }
        var first = here.as(
                Role.SOCIAL_WORKER, () -> appointments.of(bookers.read(person)).past());
        assertThat(first.rows()).hasSize(Appointments.PAGE);
        assertThat(first.next()).isNotNull();
        var rest = here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.before(bookers.read(person), Objects.requireNonNull(first.next())));
        assertThat(rest.rows()).hasSize(1);
        assertThat(rest.next()).isNull();
    }

    private List<TodayItem> toNote(Role role) {
        return here.as(
                role,
                () -> attendance.items(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), bookers.today()));
    }

    private AppointmentId begun(String subject) {
        var from = clock.instant().minus(Duration.ofMinutes(90)).atZone(Bookers.ZONE);
        return bookers.book(
                here,
                person,
                bookers.command(
                        here,
                        subject,
                        from.toLocalDate(),
                        from.toLocalTime().withSecond(0).withNano(0)));
    }

    private AppointmentRow row(AppointmentId id) {
        return rowOf(person, id);
    }

    private AppointmentRow rowOf(PersonId whose, AppointmentId id) {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var read = appointments.of(bookers.read(whose));
            var all = new ArrayList<>(read.upcoming());
            all.addAll(read.past().rows());
            return all.stream()
                    .map(SeenAppointment::row)
                    .filter(row -> row != null && row.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private List<AppointmentRow> upcoming() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.of(bookers.read(person)).upcoming().stream()
                        .map(SeenAppointment::row)
                        .toList());
    }

    private static List<LocalDate> days(List<AppointmentRow> rows) {
        return rows.stream()
                .map(row -> LocalDate.ofInstant(row.startsAt(), Bookers.ZONE))
                .toList();
    }

    private AppointmentRow move(MoveAppointment command) {
        return here.as(Role.SOCIAL_WORKER, () -> appointments.move(bookers.write(person), command));
    }

    private AppointmentRow cancel(AppointmentRow row, Reach reach, Canceller by) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> appointments.cancel(
                        bookers.write(person), new CancelAppointment(row.id(), row.version(), reach, by, null)));
    }

    private AppointmentRow attend(AppointmentRow row, AppointmentState state) {
        return here.as(
                Role.SOCIAL_WORKER, () -> appointments.attend(bookers.write(person), row.id(), state, row.version()));
    }

    private StaffId socialWorker() {
        return here.member(Role.SOCIAL_WORKER).id();
    }

    private List<EntryRow> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50).rows().stream()
                        .filter(entry -> MissedDetail.TYPE.equals(entry.type()))
                        .toList());
    }

    private List<DueRow> due() {
        return here.as(Role.SOCIAL_WORKER, () -> worklist.due(access.grant(person, Section.RECORD)));
    }
}
