package org.relais.doors;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.agenda.AgendaQuestion;
import org.relais.agenda.AppointmentCursor;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.Appointments;
import org.relais.agenda.BookAppointment;
import org.relais.agenda.CancelAppointment;
import org.relais.agenda.Canceller;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.Groups;
import org.relais.agenda.MoveAppointment;
import org.relais.agenda.OpenGroup;
import org.relais.agenda.Reach;
import org.relais.centre.CentreSetup;
import org.relais.centre.Centres;
import org.relais.shared.AppointmentId;
import org.relais.shared.GroupId;
import org.relais.staff.Role;

/** The doors of the agenda, and of what a centre sets up for it. */
@TestComponent
class AgendaDoors extends RoomDoors {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    private final Clock clock;

    AgendaDoors(
            Appointments appointments,
            Groups groups,
            Centres centres,
            CentreSetup setup,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.clock = clock;
        centres(centres, setup);
        people(appointments, groups);
        calendars(appointments);
        groups(groups);
    }

    private void centres(Centres centres, CentreSetup setup) {
        role(
                "Centres.meetingRooms(CentreId)",
                EVERYBODY,
                row -> centres.meetingRooms(row.home().centre()));
        role(
                "Centres.closedDays(CentreId)",
                EVERYBODY,
                row -> centres.closedDays(row.home().centre()));
        role(
                "CentreSetup.openMeetingRoom(CentreId,String)",
                ADMINISTRATOR,
                row -> undone(() -> setup.openMeetingRoom(row.home().centre(), "Office")));
        role(
                "CentreSetup.closeOn(CentreId,LocalDate,String)",
                ADMINISTRATOR,
                row -> undone(() -> setup.closeOn(row.home().centre(), day(), "Training")));
        role(
                "CentreSetup.openOn(CentreId,LocalDate)",
                ADMINISTRATOR,
                row -> undone(() -> setup.openOn(row.home().centre(), day())));
    }

    private void people(Appointments appointments, Groups groups) {
        write(
                "Appointments.book(Grant,BookAppointment)",
                Section.PLAN,
                (grant, row) -> undone(() -> appointments.book(grant, command(row, AppointmentKind.INDIVIDUAL))));
        write(
                "Appointments.move(Grant,MoveAppointment)",
                Section.PLAN,
                (grant, row) -> undone(() -> appointments.move(grant, moving(row))));
        write(
                "Appointments.cancel(Grant,CancelAppointment)",
                Section.PLAN,
                (grant, row) -> undone(() -> appointments.cancel(grant, cancelling())));
        write(
                "Appointments.attend(Grant,AppointmentId,AppointmentState,int)",
                Section.PLAN,
                (grant, row) ->
                        undone(() -> appointments.attend(grant, AppointmentId.create(), AppointmentState.ATTENDED, 1)));
        read("Appointments.of(Grant)", Section.PLAN, (grant, row) -> appointments.of(grant));
        read(
                "Appointments.before(Grant,AppointmentCursor)",
                Section.PLAN,
                (grant, row) ->
                        appointments.before(grant, new AppointmentCursor(Instant.EPOCH, AppointmentId.create())));
        read("Groups.of(Grant)", Section.PLAN, (grant, row) -> groups.of(grant));
        write(
                "Groups.join(Grant,GroupId,boolean)",
                Section.PLAN,
                (grant, row) -> undone(() -> groups.join(grant, GroupId.create(), true)));
        write(
                "Groups.leave(Grant,GroupId)",
                Section.PLAN,
                (grant, row) -> undone(() -> groups.leave(grant, GroupId.create())));
    }

    private void calendars(Appointments appointments) {
        writingList(
                "Appointments.arrange(Scope,BookAppointment)",
                Section.PLAN,
                (scope, row) -> undone(() -> appointments.arrange(scope, command(row, AppointmentKind.MEETING))));
        writingList(
                "Appointments.move(Scope,MoveAppointment)",
                Section.PLAN,
                (scope, row) -> undone(() -> appointments.move(scope, moving(row))));
        writingList(
                "Appointments.cancel(Scope,CancelAppointment)",
                Section.PLAN,
                (scope, row) -> undone(() -> appointments.cancel(scope, cancelling())));
        writingList(
                "Appointments.count(Scope,AppointmentId,int,int)",
                Section.PLAN,
                (scope, row) -> undone(() -> appointments.count(scope, AppointmentId.create(), 4, 1)));
        list(
                "Appointments.day(Scope,StaffId,LocalDate)",
                Section.PLAN,
                (scope, row) -> appointments.day(
                        scope, row.home().member(Role.SOCIAL_WORKER).id(), day()));
        list(
                "Appointments.agenda(Scope,AgendaQuestion)",
                Section.PLAN,
                (scope, row) ->
                        appointments.agenda(scope, new AgendaQuestion(row.home().centre(), day(), 7, null, null)));
    }

    private void groups(Groups groups) {
        writingList(
                "Groups.open(Scope,OpenGroup)",
                Section.PLAN,
                (scope, row) -> undone(() -> groups.open(
                        scope,
                        new OpenGroup(
                                GroupId.create(),
                                row.home().centre(),
                                "Group",
                                GroupEntry.MEMBERS,
                                8,
                                List.of(row.home().member(Role.PSYCHOLOGIST).id())))));
        writingList(
                "Groups.end(Scope,GroupId,int)",
                Section.PLAN,
                (scope, row) -> undone(() -> groups.end(scope, GroupId.create(), 1)));
        list(
                "Groups.of(Scope,CentreId)",
                Section.PLAN,
                (scope, row) -> groups.of(scope, row.home().centre()));
        list("Groups.sessions(Scope,GroupId)", Section.PLAN, (scope, row) -> groups.sessions(scope, GroupId.create()));
        list("Groups.members(Scope,GroupId)", Section.PLAN, (scope, row) -> groups.members(scope, GroupId.create()));
        list(
                "Groups.session(Scope,AppointmentId)",
                Section.PLAN,
                (scope, row) -> groups.session(scope, AppointmentId.create()));
    }

    private BookAppointment command(Fixture row, AppointmentKind kind) {
        return BookAppointment.of(
                AppointmentId.create(),
                row.home().centre(),
                kind,
                "Talk",
                day(),
                LocalTime.NOON,
                60,
                row.home().member(Role.SOCIAL_WORKER).id());
    }

    private MoveAppointment moving(Fixture row) {
        return new MoveAppointment(
                AppointmentId.create(),
                1,
                Reach.ONE,
                day(),
                LocalTime.NOON,
                60,
                List.of(row.home().member(Role.SOCIAL_WORKER).id()),
                null);
    }

    private static CancelAppointment cancelling() {
        return new CancelAppointment(AppointmentId.create(), 1, Reach.ONE, Canceller.SERVICE, null);
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).plusDays(20);
    }
}
