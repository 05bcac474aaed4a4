package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One goal in full, for those who may read the plan.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param number its place among the person's goals, from 1; it stays
 * @param targetOn a service day of the centre
 * @param daysLeft service days until the target, 0 today, negative when it is late; null without a target
 * @param signedOn when the person signed it; null before it was agreed
 * @param endedOn when it ended; null while it is open
 * @param evidence what shows how it ended
 * @param reopens the closed goal it takes up again
 */
public record GoalRow(
        GoalId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        int number,
        GoalDomain domain,
        String statement,
        @Nullable String criterion,
        @Nullable LocalDate targetOn,
        @Nullable Integer daysLeft,
        StaffId owner,
        GoalState state,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        @Nullable String evidence,
        @Nullable GoalId reopens,
        int version,
        Instant createdAt,
        StaffId createdBy,
        Instant changedAt,
        StaffId changedBy) {

    /** Whether it is open and its target day has passed. */
    public boolean overdue() {
        return state.open() && daysLeft != null && daysLeft < 0;
    }

    /** Whether this member of staff wrote it, or looks after it: a lock leaves them what it says. */
    boolean concerns(StaffId staff) {
        return createdBy.equals(staff) || owner.equals(staff);
    }
}
