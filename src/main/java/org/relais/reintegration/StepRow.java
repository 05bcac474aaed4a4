package org.relais.reintegration;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.UnitId;

/**
 * One step in full, for those who may read the social section.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param dueOn a service day of the centre
 * @param daysLeft service days until it is due, 0 today, negative when it is late; closed steps are never late
 * @param reason why it is blocked or was cancelled
 */
public record StepRow(
        StepId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        StepDomain domain,
        String title,
        Responsible responsible,
        StepStatus status,
        LocalDate dueOn,
        int daysLeft,
        @Nullable String reason,
        int version,
        Instant createdAt,
        StaffId createdBy,
        Instant changedAt,
        StaffId changedBy) {

    /** Whether it is open and its due day has passed (domain reference F.2). */
    public boolean overdue() {
        return status.open() && daysLeft < 0;
    }

    /** How many days late it is; 0 when it is not. */
    public int daysLate() {
        return overdue() ? -daysLeft : 0;
    }

    /** Whether this member of staff wrote it, or sees to it: a lock leaves them what it says. */
    boolean concerns(StaffId staff) {
        return createdBy.equals(staff)
                || (responsible instanceof Responsible.Worker(var worker) && worker.equals(staff));
    }

    /** The place in a list by due day, to read on from. */
    public StepCursor cursor() {
        return new StepCursor(dueOn, id);
    }
}
