package org.relais.agenda.ui;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.agenda.AgendaBlock;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/**
 * One column of the calendar: a day of a colleague or of a room.
 *
 * @param head what stands above it
 * @param closed whether the centre is closed on the day
 * @param staff whose day it is; null for a room
 */
record AgendaColumn(
        String head,
        LocalDate day,
        boolean today,
        boolean closed,
        @Nullable StaffId staff,
        @Nullable MeetingRoomId room,
        List<AgendaBlock> blocks) {
    AgendaColumn {
        blocks = List.copyOf(blocks);
    }
}
