package org.relais.reintegration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.UnitId;

/**
 * One step in full, for those who may read the social section.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param goal the goal of the care plan it serves; null for none
 * @param partner the service outside through which it goes; null for none
 * @param dueOn a service day of the centre
 * @param daysLeft service days until it is due, 0 today, negative when it is late; closed steps are never late
 * @param awaitedSince the service day since which an answer from outside is awaited; null when none is
 * @param reason why it is blocked or was cancelled
 * @param movedAt its last change or contact
 * @param daysStill service days since then
 */
public record StepRow(
        StepId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable GoalId goal,
        StepDomain domain,
        String title,
        Responsible responsible,
        @Nullable String partner,
        StepStatus status,
        LocalDate dueOn,
        int daysLeft,
        @Nullable LocalDate awaitedSince,
        @Nullable String reason,
        int version,
        Instant createdAt,
        StaffId createdBy,
        Instant changedAt,
        StaffId changedBy,
        Instant movedAt,
        int daysStill) {

    /** Whether it is open and its due day has passed (domain reference F.2). */
    public boolean overdue() {
        return status.open() && daysLeft < 0;
    }

    /** How many days late it is; 0 when it is not. */
    public int daysLate() {
        return overdue() ? -daysLeft : 0;
    }

    /** Whether an answer from outside is awaited: it was asked for, or somebody outside sees to the step. */
    public boolean awaited() {
        return status.open()
                && (awaitedSince != null
                        || (status != StepStatus.TODO && responsible instanceof Responsible.ThirdParty));
    }

    /** The column of the board in which it stands; empty when it was cancelled. */
    public Optional<BoardColumn> column() {
        return switch (status) {
            case TODO -> Optional.of(awaited() ? BoardColumn.PARTNER : BoardColumn.PREPARE);
            case DOING, BLOCKED -> Optional.of(awaited() ? BoardColumn.PARTNER : BoardColumn.DOING);
            case DONE -> Optional.of(BoardColumn.DONE);
            case CANCELLED -> Optional.empty();
        };
    }

    /** The same while a referral to this partner awaits what comes of it: the step waits with it. */
    public StepRow waitingFor(String referredTo, @Nullable LocalDate since) {
        return new StepRow(
                id,
                person,
                centre,
                unit,
                goal,
                domain,
                title,
                responsible,
                partner == null ? referredTo : partner,
                status,
                dueOn,
                daysLeft,
                awaitedSince != null ? awaitedSince : since,
                reason,
                version,
                createdAt,
                createdBy,
                changedAt,
                changedBy,
                movedAt,
                daysStill);
    }

    /** The columns of the board to which it can be moved. */
    public Set<BoardColumn> reachable() {
        var reachable = EnumSet.noneOf(BoardColumn.class);
        for (var column : BoardColumn.values()) {
            var there = column().filter(column::equals).isPresent();
            if (!there && (status.mayBecome(column.status()) || status == column.status())) {
                reachable.add(column);
            }
        }
        return reachable;
    }

    /** Through whom it goes: the partner, or else whoever outside sees to it; empty when nobody is named. */
    public Optional<String> through() {
        return responsible instanceof Responsible.ThirdParty(var name)
                ? Optional.of(partner == null ? name : partner)
                : Optional.ofNullable(partner);
    }

    /** Whether this member of staff wrote it, or sees to it: a lock leaves them what it says. */
    boolean concerns(StaffId staff) {
        return createdBy.equals(staff)
                || (responsible instanceof Responsible.Worker(var worker) && worker.equals(staff));
    }

    /** The place in a caseload, to read on from. */
    public StepCursor cursor() {
        return new StepCursor(daysLate(), movedAt, id);
    }
}
