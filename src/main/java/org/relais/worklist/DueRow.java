package org.relais.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.TaskId;
import org.relais.shared.UnitId;

/**
 * One open task, already cut to what the reader may see.
 *
 * @param overdue how long ago it was due; negative while it still lies ahead
 * @param dueOn the service day of the centre it is due on as a whole; null when the hour counts
 * @param source what it comes from
 * @param author who put it there
 * @param path where it is done; null where the reader sees the title only
 */
public record DueRow(
        TaskId id,
        PersonId person,
        Section section,
        Discipline discipline,
        String kind,
        TaskTitle title,
        Instant dueAt,
        @Nullable LocalDate dueOn,
        Duration overdue,
        StaffId author,
        @Nullable StaffId assignee,
        @Nullable UnitId unit,
        CentreId centre,
        UUID source,
        @Nullable String path) {

    /** The kind of what a person locked. */
    public static final String LOCKED = "worklist.locked";

    /** Whether this member of staff wrote it, or has it to do: a lock leaves them what it says. */
    boolean concerns(StaffId staff) {
        return author.equals(staff) || staff.equals(assignee);
    }

    /** Only that there is something, at the same place. */
    DueRow locked() {
        return new DueRow(
                id,
                person,
                section,
                discipline,
                LOCKED,
                TaskTitle.key("worklist.locked"),
                dueAt,
                dueOn,
                overdue,
                author,
                assignee,
                unit,
                centre,
                source,
                null);
    }

    /** Whether the due time has passed. */
    public boolean late() {
        return overdue.isPositive();
    }
}
