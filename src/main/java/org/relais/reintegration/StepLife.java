package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** The guards of a step's life: what may be changed, and what has to be said for it. */
final class StepLife {

    /** The longest reason, in characters. */
    static final int REASON = 500;

    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    private StepLife() {}

    /**
     * How the step stands after a change.
     *
     * @throws Conflict when the step cannot go there from where it stands, or is closed
     * @throws InvalidInput at {@code reason} or {@code dueOn}
     */
    static Standing change(
            Standing before, StepStatus status, @Nullable LocalDate dueOn, @Nullable String why, LocalDate today) {
        var moved = before.status() != status;
        if (!before.status().open() || (moved && !before.status().mayBecome(status))) {
            throw new Conflict(
                    "reintegration.error.move." + before.status().name().toLowerCase(java.util.Locale.ROOT));
        }
        var due = dueOn != null && dueOn.equals(before.dueOn()) ? dueOn : requireDue(dueOn, today);
        return new Standing(status, due, reason(before, status, moved, why));
    }

    /** @throws InvalidInput when it is missing, over a year back or over five years ahead */
    static LocalDate requireDue(@Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn == null) {
            throw new InvalidInput("dueOn", "shared.error.required");
        }
        if (dueOn.isBefore(today.minusYears(YEARS_BACK)) || dueOn.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new InvalidInput("dueOn", "reintegration.error.due", YEARS_BACK, YEARS_AHEAD);
        }
        return dueOn;
    }

    private static @Nullable String reason(Standing before, StepStatus status, boolean moved, @Nullable String why) {
        if (!status.needsReason()) {
            return null;
        }
        return moved ? FreeText.require("reason", why, REASON) : before.reason();
    }

    /** What can change in a step. */
    record Standing(
            StepStatus status, LocalDate dueOn, @Nullable String reason) {}
}
