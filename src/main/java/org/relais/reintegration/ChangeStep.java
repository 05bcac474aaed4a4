package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.GoalId;
import org.relais.shared.StepId;

/**
 * Changes a step: moves it, sets its due day, names the partner, says whether an answer is awaited, hands it over or puts
 * it under a goal. What equals the present state stays.
 *
 * @param expectedVersion the version on the screen
 * @param status the status it shall have
 * @param dueOn the due day it shall have; required
 * @param reason why it is blocked or cancelled, up to 500 characters; required when it becomes so, dropped otherwise
 * @param answer what is said of an answer from outside
 * @param partner through whom it goes, one line of up to 120 characters; null: as before
 * @param responsible who sees to it from now on; null: as before
 * @param goal the goal it serves from now on; null: as before
 */
public record ChangeStep(
        StepId step,
        int expectedVersion,
        StepStatus status,
        @Nullable LocalDate dueOn,
        @Nullable String reason,
        Answer answer,
        @Nullable String partner,
        @Nullable Responsible responsible,
        @Nullable GoalId goal) {

    /** As far as status and due day go. */
    public ChangeStep(
            StepId step, int expectedVersion, StepStatus status, @Nullable LocalDate dueOn, @Nullable String reason) {
        this(step, expectedVersion, status, dueOn, reason, Answer.AS_BEFORE, null, null, null);
    }

    /** Moves the step as it stands on the screen. */
    public static ChangeStep move(StepRow shown, StepStatus status, @Nullable String reason) {
        return new ChangeStep(shown.id(), shown.version(), status, shown.dueOn(), reason);
    }

    /** Changes the due day of the step as it stands on the screen. */
    public static ChangeStep postpone(StepRow shown, @Nullable LocalDate dueOn) {
        return new ChangeStep(shown.id(), shown.version(), shown.status(), dueOn, shown.reason());
    }

    /** From now on an answer of the partner is awaited until the due day; the step is under way. */
    public static ChangeStep await(StepRow shown, @Nullable String partner, @Nullable LocalDate dueOn) {
        return new ChangeStep(
                shown.id(), shown.version(), StepStatus.DOING, dueOn, null, Answer.AWAITED, partner, null, null);
    }

    /** The answer came: the step goes to this status. */
    public static ChangeStep answered(StepRow shown, StepStatus status, @Nullable String reason) {
        return new ChangeStep(
                shown.id(), shown.version(), status, shown.dueOn(), reason, Answer.CAME, null, null, null);
    }

    /** Somebody else sees to the step from now on; one that waited for somebody outside waits no longer. */
    public static ChangeStep handOver(StepRow shown, Responsible to) {
        var back = shown.responsible() instanceof Responsible.ThirdParty && !(to instanceof Responsible.ThirdParty);
        return new ChangeStep(
                shown.id(),
                shown.version(),
                shown.status(),
                shown.dueOn(),
                shown.reason(),
                back ? Answer.CAME : Answer.AS_BEFORE,
                null,
                to,
                null);
    }

    /** The step serves this goal from now on. */
    public static ChangeStep serve(StepRow shown, GoalId goal) {
        return new ChangeStep(shown.id(), shown.version(), shown.status(), shown.dueOn(), shown.reason()).under(goal);
    }

    /** The same, under this goal. */
    public ChangeStep under(@Nullable GoalId served) {
        return new ChangeStep(step, expectedVersion, status, dueOn, reason, answer, partner, responsible, served);
    }

    /** The same, seen to by somebody else. */
    public ChangeStep by(Responsible to) {
        return new ChangeStep(step, expectedVersion, status, dueOn, reason, answer, partner, to, goal);
    }

    /** Whether it says nothing else than what the step is. */
    boolean repeats(StepRow row) {
        return row.status() == status
                && row.dueOn().equals(dueOn)
                && (answer == Answer.AS_BEFORE || (answer == Answer.AWAITED) == row.awaited())
                && (partner == null || partner.equals(row.partner()))
                && (responsible == null || responsible.equals(row.responsible()))
                && (goal == null || goal.equals(row.goal()));
    }
}
