package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StepId;

/**
 * Moves a step, changes its due day, or both; what equals the present state stays.
 *
 * @param expectedVersion the version on the screen
 * @param status the status it shall have
 * @param dueOn the due day it shall have; required
 * @param reason why it is blocked or cancelled, up to 500 characters; required when it becomes so, dropped otherwise
 */
public record ChangeStep(
        StepId step,
        int expectedVersion,
        StepStatus status,
        @Nullable LocalDate dueOn,
        @Nullable String reason) {

    /** Moves the step as it stands on the screen. */
    public static ChangeStep move(StepRow shown, StepStatus status, @Nullable String reason) {
        return new ChangeStep(shown.id(), shown.version(), status, shown.dueOn(), reason);
    }

    /** Changes the due day of the step as it stands on the screen. */
    public static ChangeStep postpone(StepRow shown, @Nullable LocalDate dueOn) {
        return new ChangeStep(shown.id(), shown.version(), shown.status(), dueOn, shown.reason());
    }
}
