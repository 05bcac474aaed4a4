package org.relais.reintegration;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.GoalId;
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
     * @param wanted with who sees to it and the partner checked
     * @throws Conflict when the step cannot go there from where it stands, or is closed
     * @throws InvalidInput at {@code reason}, {@code dueOn}, {@code partner} or {@code responsible}
     */
    static Standing change(Standing before, ChangeStep wanted, LocalDate today) {
        var status = wanted.status();
        var moved = before.status() != status;
        if (!before.status().open() || (moved && !before.status().mayBecome(status))) {
            throw new Conflict(
                    "reintegration.error.move." + before.status().name().toLowerCase(Locale.ROOT));
        }
        var due = before.dueOn().equals(wanted.dueOn()) ? before.dueOn() : requireDue(wanted.dueOn(), today);
        var responsible = wanted.responsible() == null ? before.responsible() : wanted.responsible();
        var partner = wanted.partner() == null ? before.partner() : wanted.partner();
        return new Standing(
                status,
                due,
                reason(before, status, moved, wanted.reason()),
                awaited(before, wanted, responsible, partner, today),
                partner,
                responsible,
                wanted.goal() == null ? before.goal() : wanted.goal());
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

    // Nobody waits for an answer to what was not begun or is closed.
    private static @Nullable LocalDate awaited(
            Standing before, ChangeStep wanted, Responsible responsible, @Nullable String partner, LocalDate today) {
        var outside = responsible instanceof Responsible.ThirdParty;
        if (wanted.answer() == Answer.AWAITED && partner == null && !outside) {
            throw new InvalidInput("partner", "shared.error.required");
        }
        if (wanted.status() == StepStatus.TODO || !wanted.status().open()) {
            return null;
        }
        if (wanted.answer() == Answer.CAME && outside) {
            throw new InvalidInput("responsible", "reintegration.error.answered");
        }
        var since = before.awaitedSince() == null ? today : before.awaitedSince();
        return switch (wanted.answer()) {
            case AWAITED -> since;
            case CAME -> null;
            case AS_BEFORE -> outside ? since : before.awaitedSince();
        };
    }

    /** What can change in a step. */
    record Standing(
            StepStatus status,
            LocalDate dueOn,
            @Nullable String reason,
            @Nullable LocalDate awaitedSince,
            @Nullable String partner,
            Responsible responsible,
            @Nullable GoalId goal) {

        static Standing of(StepRow row) {
            return new Standing(
                    row.status(),
                    row.dueOn(),
                    row.reason(),
                    row.awaitedSince(),
                    row.partner(),
                    row.responsible(),
                    row.goal());
        }
    }
}
