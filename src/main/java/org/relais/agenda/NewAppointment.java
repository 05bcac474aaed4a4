package org.relais.agenda;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.GroupId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/** What is booked, checked; the same for each appointment of a series. */
record NewAppointment(
        AppointmentId first,
        @Nullable PersonId person,
        @Nullable GroupId group,
        CentreId centre,
        @Nullable UnitId unit,
        AppointmentKind kind,
        Discipline discipline,
        @Nullable String subject,
        @Nullable String place,
        @Nullable MeetingRoomId room,
        List<StaffId> staff,
        boolean series,
        CentreCalendar.Series times) {}
