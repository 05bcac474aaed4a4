package org.relais.plan;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** The guards of a goal's life (domain reference F.2). */
final class GoalLife {

    /** The longest criterion and evidence, in characters. */
    static final int TEXT = 500;

    private static final int YEARS = 5;

    private GoalLife() {}

    /**
     * How the goal stands after a move.
     *
     * @param steps how many steps serve it that were not cancelled
     * @throws Conflict when it cannot go there from where it stands, or is agreed without a step
     * @throws InvalidInput at {@code criterion}, {@code on} or {@code evidence}
     */
    static Standing move(GoalRow before, MoveGoal command, int steps, LocalDate today) {
        if (!before.state().mayBecome(command.state())) {
            throw new Conflict("plan.error.move."
                    + (before.state().open() ? command.state() : GoalState.OBSOLETE)
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'));
        }
        var on = command.on() == null ? today : command.on();
        requirePast(before, on, today);
        return switch (command.state()) {
            case AGREED -> {
                requireAgreeable(before, steps);
                yield new Standing(GoalState.AGREED, on, null, null);
            }
            case IN_PROGRESS, DRAFT -> new Standing(command.state(), before.signedOn(), null, null);
            case ATTAINED, PARTLY_ATTAINED, NOT_ATTAINED, ABANDONED_BY_PERSON, OBSOLETE ->
                new Standing(command.state(), before.signedOn(), on, evidence(command));
        };
    }

    /** @throws InvalidInput when it lies over five years back or ahead */
    static @Nullable LocalDate target(@Nullable LocalDate on, LocalDate today) {
        if (on != null && (on.isBefore(today.minusYears(YEARS)) || on.isAfter(today.plusYears(YEARS)))) {
            throw new InvalidInput("targetOn", "plan.error.target", YEARS);
        }
        return on;
    }

    private static void requireAgreeable(GoalRow before, int steps) {
        if (before.criterion() == null) {
            throw new InvalidInput("criterion", "plan.error.criterion");
        }
        if (steps == 0) {
            throw new Conflict("plan.error.no-step");
        }
    }

    private static void requirePast(GoalRow before, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new InvalidInput("on", "plan.error.ahead");
        }
        if (before.signedOn() != null && on.isBefore(before.signedOn())) {
            throw new InvalidInput("on", "plan.error.before-signed");
        }
    }

    private static @Nullable String evidence(MoveGoal command) {
        return command.state().needsEvidence()
                ? FreeText.require("evidence", command.evidence(), TEXT)
                : FreeText.optional("evidence", command.evidence(), TEXT);
    }

    /** What a move changes in a goal. */
    record Standing(
            GoalState state,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate endedOn,
            @Nullable String evidence) {}
}
