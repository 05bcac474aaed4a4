package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ActionId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One action for a goal, for those who may read the plan in full.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param owner the member of staff who sees to it; null: the person themselves
 * @param discipline of the owner
 * @param dueOn a service day of the centre
 * @param daysLeft service days until it is due, 0 today, negative when it is late
 * @param reason why it is blocked or was cancelled
 */
public record ActionRow(
        ActionId id,
        GoalId goal,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        String title,
        @Nullable StaffId owner,
        Discipline discipline,
        LocalDate dueOn,
        int daysLeft,
        GoalStepState state,
        @Nullable String reason,
        int version,
        Instant createdAt,
        StaffId createdBy,
        Instant changedAt,
        StaffId changedBy) {

    /** Whether it is open and its due day has passed. */
    public boolean overdue() {
        return state.open() && daysLeft < 0;
    }

    /** Whether this member of staff wrote it, or sees to it: a lock leaves them what it says. */
    boolean concerns(StaffId staff) {
        return createdBy.equals(staff) || staff.equals(owner);
    }
}
