package org.relais.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.GroupId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/**
 * Books an appointment or a series of them, as typed. The same id twice books once: a double click does nothing.
 *
 * @param id given when the form is opened; of a series, the id of its first appointment
 * @param centre one in which the author takes part in the person's care, or works
 * @param kind required; {@code GROUP} with a group and no person
 * @param subject one line, up to 200 characters; what readers of summaries see
 * @param day required, by the calendar of the centre
 * @param time required, local time of the centre
 * @param minutes required
 * @param staff at least one; the first one holds it
 * @param room of the centre
 * @param place where, when it is in no room of the centre; up to 200 characters
 * @param repeat null for one appointment
 */
public record BookAppointment(
        AppointmentId id,
        CentreId centre,
        @Nullable AppointmentKind kind,
        @Nullable String subject,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Integer minutes,
        List<StaffId> staff,
        @Nullable MeetingRoomId room,
        @Nullable String place,
        @Nullable GroupId group,
        @Nullable Recurrence repeat) {

    public BookAppointment {
        staff = List.copyOf(staff);
    }

    /** One appointment of one colleague, without room or place. */
    public static BookAppointment of(
            AppointmentId id,
            CentreId centre,
            AppointmentKind kind,
            @Nullable String subject,
            LocalDate day,
            LocalTime time,
            int minutes,
            StaffId staff) {
        return new BookAppointment(
                id, centre, kind, subject, day, time, minutes, List.of(staff), null, null, null, null);
    }

    /** The same, in a room. */
    public BookAppointment in(@Nullable MeetingRoomId chosen) {
        return new BookAppointment(id, centre, kind, subject, day, time, minutes, staff, chosen, place, group, repeat);
    }

    /** The same, with these colleagues; the first one holds it. */
    public BookAppointment with(List<StaffId> colleagues) {
        return new BookAppointment(
                id, centre, kind, subject, day, time, minutes, colleagues, room, place, group, repeat);
    }

    /** The same, as a session of a group. */
    public BookAppointment session(GroupId chosen) {
        return new BookAppointment(
                id, centre, AppointmentKind.GROUP, subject, day, time, minutes, staff, room, place, chosen, repeat);
    }

    /** The same, again and again. */
    public BookAppointment repeating(@Nullable Recurrence recurrence) {
        return new BookAppointment(
                id, centre, kind, subject, day, time, minutes, staff, room, place, group, recurrence);
    }
}
