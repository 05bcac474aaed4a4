package org.relais.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.GroupId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One appointment, for those who may know what it is about.
 *
 * @param series the first appointment of its series; null when it stands alone
 * @param patternDay the day its series gives it
 * @param alone whether it was moved without the rest of its series
 * @param person null for a group or a meeting
 * @param groupName the name of its group
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param discipline that of the colleague who holds it
 * @param place where, when it is in no room; only for readers of the full text
 * @param state of a session read for a person, whether that person came
 * @param reason why it was cancelled; only for readers of the full text
 * @param heads how many came to an open group
 * @param staff the first one holds it
 * @param version of a session read for a person, the version of that person's attendance, 0 when none was noted
 */
public record AppointmentRow(
        AppointmentId id,
        @Nullable AppointmentId series,
        @Nullable LocalDate patternDay,
        boolean alone,
        @Nullable PersonId person,
        @Nullable GroupId group,
        @Nullable String groupName,
        CentreId centre,
        @Nullable UnitId unit,
        AppointmentKind kind,
        Discipline discipline,
        @Nullable String subject,
        @Nullable String place,
        @Nullable MeetingRoomId room,
        Instant startsAt,
        Instant endsAt,
        AppointmentState state,
        @Nullable String reason,
        @Nullable Integer heads,
        @Nullable EntryId entry,
        List<StaffId> staff,
        int version,
        StaffId createdBy) {

    public AppointmentRow {
        staff = List.copyOf(staff);
    }

    public int minutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }

    /** Who holds it. */
    public StaffId holder() {
        return staff.isEmpty() ? createdBy : staff.getFirst();
    }

    /** Whether this member of staff takes part, or planned it: a lock leaves them what it is about. */
    public boolean concerns(StaffId member) {
        return createdBy.equals(member) || staff.contains(member);
    }

    /** The place in a list by time, to read on from. */
    public AppointmentCursor cursor() {
        return new AppointmentCursor(startsAt, id);
    }

    AppointmentRow summary() {
        return new AppointmentRow(
                id,
                series,
                patternDay,
                alone,
                person,
                group,
                groupName,
                centre,
                unit,
                kind,
                discipline,
                subject,
                null,
                room,
                startsAt,
                endsAt,
                state,
                null,
                heads,
                entry,
                staff,
                version,
                createdBy);
    }

    AppointmentRow with(List<StaffId> colleagues) {
        return new AppointmentRow(
                id,
                series,
                patternDay,
                alone,
                person,
                group,
                groupName,
                centre,
                unit,
                kind,
                discipline,
                subject,
                place,
                room,
                startsAt,
                endsAt,
                state,
                reason,
                heads,
                entry,
                colleagues,
                version,
                createdBy);
    }
}
