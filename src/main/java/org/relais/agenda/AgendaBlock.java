package org.relais.agenda;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/**
 * Some time that is taken, in a calendar.
 *
 * @param staff whose; where only that it is taken shows, those who were asked for
 * @param room null also where the reader may not know it
 * @param row what it is; null where only that it is taken shows
 */
public record AgendaBlock(
        Instant startsAt,
        Instant endsAt,
        List<StaffId> staff,
        @Nullable MeetingRoomId room,
        @Nullable AppointmentRow row) {
    public AgendaBlock {
        staff = List.copyOf(staff);
    }
}
