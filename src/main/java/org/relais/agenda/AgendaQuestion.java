package org.relais.agenda;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/**
 * What of the agenda is wanted.
 *
 * @param centre one of the actor's
 * @param from the first day, by the calendar of the centre
 * @param days how many days, 1 to 31
 * @param colleague only of this one
 * @param room only in this one
 */
public record AgendaQuestion(
        CentreId centre,
        LocalDate from,
        int days,
        @Nullable StaffId colleague,
        @Nullable MeetingRoomId room) {}
