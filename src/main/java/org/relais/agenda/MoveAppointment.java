package org.relais.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AppointmentId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/**
 * Moves an appointment, or changes who takes part and where, as typed.
 *
 * @param expectedVersion the one it was shown with
 * @param day by the calendar of its centre; those that follow move by as many days
 * @param time local time of its centre
 * @param staff at least one; the first one holds it
 */
public record MoveAppointment(
        AppointmentId id,
        int expectedVersion,
        Reach reach,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Integer minutes,
        List<StaffId> staff,
        @Nullable MeetingRoomId room) {

    public MoveAppointment {
        staff = List.copyOf(staff);
    }

    /** To another day and time, all else as it is. */
    public static MoveAppointment to(AppointmentRow row, Reach reach, LocalDate day, LocalTime time) {
        return new MoveAppointment(row.id(), row.version(), reach, day, time, row.minutes(), row.staff(), row.room());
    }
}
