package org.relais.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.Appointments;
import org.relais.agenda.BookAppointment;
import org.relais.agenda.CancelAppointment;
import org.relais.agenda.Canceller;
import org.relais.agenda.CentreClosed;
import org.relais.agenda.Clash;
import org.relais.agenda.GroupRow;
import org.relais.agenda.Groups;
import org.relais.agenda.OpenGroup;
import org.relais.agenda.Reach;
import org.relais.agenda.SeenAppointment;
import org.relais.centre.Centres;
import org.relais.centre.MeetingRoom;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.GroupId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/** The deeds of the agenda: what was booked, with whom, in which room, and who came. */
@Component
@ConditionalOnProperty("relais.demonstration")
class AgendaDeeds {

    /** How often somebody looks for another day or hour before giving up. */
    private static final int TRIES = 12;

    private final Appointments appointments;
    private final Groups groups;
    private final AccessService access;
    private final Centres centres;
    private final HouseIndex house;

    AgendaDeeds(Appointments appointments, Groups groups, AccessService access, Centres centres, HouseIndex house) {
        this.appointments = appointments;
        this.groups = groups;
        this.access = access;
        this.centres = centres;
        this.house = house;
    }

    /** @param write gives a grant to write in the plan */
    void perform(Deed.OfAgenda deed, Supplier<Grant> write) {
        switch (deed) {
            case Deed.BookAt booking -> {
                var grant = write.get();
                book(grant.actor().id(), booking, null, command -> appointments.book(grant, command));
            }
            case Deed.Meet(var booking) -> {
                var scope = access.scope(Section.PLAN, Purpose.CARE, null);
                book(scope.actor().id(), booking, null, command -> appointments.arrange(scope, command));
            }
            case Deed.LeadGroup group -> lead(group);
            case Deed.JoinGroup(var centre, var name) ->
                groups.join(write.get(), group(house.centre(centre), name).id(), true);
            case Deed.NoteLast(var state) -> note(write.get(), state);
            case Deed.CancelNext(var reason) -> cancel(write.get(), reason);
        }
    }

    private void lead(Deed.LeadGroup deed) {
        var scope = access.scope(Section.PLAN, Purpose.CARE, null);
        var me = scope.actor().id();
        var id = GroupId.create();
        groups.open(
                scope,
                new OpenGroup(
                        id,
                        house.centre(deed.sessions().centre()),
                        deed.name(),
                        deed.entry(),
                        deed.capacity(),
                        List.of(me)));
        book(me, deed.sessions(), id, command -> appointments.arrange(scope, command));
    }

    private void note(Grant write, AppointmentState state) {
        appointments.of(write).past().rows().stream()
                .map(SeenAppointment::row)
                .filter(row -> row != null && row.state() == AppointmentState.PLANNED && row.group() == null)
                .findFirst()
                .ifPresent(row -> appointments.attend(write, row.id(), state, row.version()));
    }

    private void cancel(Grant write, @Nullable String reason) {
        appointments.of(write).upcoming().stream()
                .map(SeenAppointment::row)
                .filter(row -> row != null && row.state() == AppointmentState.PLANNED && row.group() == null)
                .findFirst()
                .ifPresent(row -> appointments.cancel(
                        write, new CancelAppointment(row.id(), row.version(), Reach.ONE, Canceller.PERSON, reason)));
    }

    // As people do: the next day that the centre is open, the next hour at which everybody is free
    private void book(StaffId holder, Deed.BookAt booking, @Nullable GroupId group, Consumer<BookAppointment> act) {
        var day = booking.day();
        var time = booking.time();
        for (var turn = 0; turn < TRIES; turn++) {
            try {
                act.accept(command(holder, booking, group, day, time));
                return;
            } catch (CentreClosed closed) {
                day = day.plusDays(1);
            } catch (Clash clash) {
                time = time.isAfter(LocalTime.of(18, 0)) ? LocalTime.of(8, 0) : time.plusMinutes(30);
            }
        }
    }

    private BookAppointment command(
            StaffId holder, Deed.BookAt booking, @Nullable GroupId group, LocalDate day, LocalTime time) {
        var centre = house.centre(booking.centre());
        var staff = new ArrayList<StaffId>(List.of(holder));
        booking.others().forEach(username -> staff.add(house.staff(username)));
        return new BookAppointment(
                AppointmentId.create(),
                centre,
                group == null ? booking.kind() : AppointmentKind.GROUP,
                booking.subject(),
                day,
                time,
                booking.minutes(),
                staff,
                room(centre, booking.room()),
                booking.place(),
                group,
                booking.repeat());
    }

    private @Nullable MeetingRoomId room(CentreId centre, @Nullable String name) {
        return centres.meetingRooms(centre).stream()
                .filter(room -> room.name().equals(name))
                .map(MeetingRoom::id)
                .findFirst()
                .orElse(null);
    }

    private GroupRow group(CentreId centre, String name) {
        return groups.of(access.scope(Section.PLAN, Purpose.CARE, null), centre).rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
