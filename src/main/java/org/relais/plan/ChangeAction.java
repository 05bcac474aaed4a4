package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ActionId;
import org.relais.shared.StaffId;

/**
 * Moves an action, changes its due day or gives it to somebody else; what equals the present state stays.
 *
 * @param expectedVersion the version on the screen
 * @param dueOn the due day it shall have; required
 * @param byPerson whether the person does it themselves
 * @param owner who else does it; null where the person does
 * @param reason why it is blocked or cancelled, up to 500 characters; required when it becomes so, dropped otherwise
 */
public record ChangeAction(
        ActionId action,
        int expectedVersion,
        GoalStepState state,
        @Nullable LocalDate dueOn,
        boolean byPerson,
        @Nullable StaffId owner,
        @Nullable String reason) {

    /** Moves the action as it stands on the screen. */
    public static ChangeAction move(ActionRow shown, GoalStepState state, @Nullable String reason) {
        return new ChangeAction(
                shown.id(), shown.version(), state, shown.dueOn(), shown.owner() == null, shown.owner(), reason);
    }

    /** Gives the action as it stands on the screen another day or somebody else to see to it. */
    public static ChangeAction replan(
            ActionRow shown, @Nullable LocalDate dueOn, boolean byPerson, @Nullable StaffId owner) {
        return new ChangeAction(shown.id(), shown.version(), shown.state(), dueOn, byPerson, owner, shown.reason());
    }
}
