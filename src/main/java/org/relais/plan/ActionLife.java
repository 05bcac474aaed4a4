package org.relais.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;

/**
 * The guards of an action's life: to do, doing, then done, blocked or cancelled. A blocked one is taken up again before
 * it can be done, and a closed one stays closed.
 */
public final class ActionLife {

    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    private ActionLife() {}

    /** The states it may change to, in the order in which they are offered. */
    public static Set<GoalStepState> next(GoalStepState state) {
        return switch (state) {
            case TODO -> EnumSet.of(GoalStepState.DOING, GoalStepState.DONE, GoalStepState.CANCELLED);
            case DOING ->
                EnumSet.of(GoalStepState.TODO, GoalStepState.BLOCKED, GoalStepState.DONE, GoalStepState.CANCELLED);
            case BLOCKED -> EnumSet.of(GoalStepState.DOING, GoalStepState.CANCELLED);
            case DONE, CANCELLED -> EnumSet.noneOf(GoalStepState.class);
        };
    }

    /** Whether it cannot be said without saying why. */
    public static boolean needsReason(GoalStepState state) {
        return state == GoalStepState.BLOCKED || state == GoalStepState.CANCELLED;
    }

    static Standing change(ActionRow before, ChangeAction command, @Nullable StaffId owner, LocalDate today) {
        var moved = before.state() != command.state();
        if (!before.state().open() || (moved && !next(before.state()).contains(command.state()))) {
            throw new Conflict("plan.error.action." + before.state().name().toLowerCase(Locale.ROOT));
        }
        var due = before.dueOn().equals(command.dueOn()) ? before.dueOn() : requireDue(command.dueOn(), today);
        var reason = !needsReason(command.state())
                ? null
                : moved ? FreeText.require("reason", command.reason(), GoalLife.TEXT) : before.reason();
        return new Standing(command.state(), due, owner, reason);
    }

    static LocalDate requireDue(@Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn == null) {
            throw new InvalidInput("dueOn", "shared.error.required");
        }
        if (dueOn.isBefore(today.minusYears(YEARS_BACK)) || dueOn.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new InvalidInput("dueOn", "plan.error.due", YEARS_BACK, YEARS_AHEAD);
        }
        return dueOn;
    }

    /** What can change in an action. */
    record Standing(
            GoalStepState state,
            LocalDate dueOn,
            @Nullable StaffId owner,
            @Nullable String reason) {}
}
