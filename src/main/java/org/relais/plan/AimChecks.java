package org.relais.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks what was typed of somebody's aim; nothing is repaired in silence. */
@Component
class AimChecks {

    private static final int WORDS = 500;
    private static final int UNIT = 60;
    private static final int PERIOD = 28;
    private static final int RULER = 10;
    private static final int YEARS = 5;
    private static final BigDecimal MOST = new BigDecimal(100_000);

    private final PlanDays days;

    AimChecks(PlanDays days) {
        this.days = days;
    }

    Checked checked(Grant grant, WriteAim command) {
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "plan.error.centre");
        }
        if (command.aim() == null) {
            throw new InvalidInput("aim", "shared.error.required");
        }
        return new Checked(
                FreeText.require("words", command.words(), WORDS),
                command.aim(),
                command.aim() == UseAim.REDUCTION ? target(command.target()) : UseTarget.NONE,
                command.stage(),
                command.stage() == null ? null : stageOn(command.stageOn(), days.today(command.centre())),
                ruler("importance", command.importance()),
                ruler("confidence", command.confidence()));
    }

    private static UseTarget target(UseTarget typed) {
        var wanted = typed.days();
        var amount = typed.amount();
        if (wanted == null && amount == null) {
            throw new InvalidInput("targetDays", "plan.error.target-missing");
        }
        if (wanted != null && (wanted < 0 || wanted > PERIOD)) {
            throw new InvalidInput("targetDays", "plan.error.target-days", PERIOD);
        }
        if (amount == null) {
            return new UseTarget(wanted, null, null);
        }
        if (amount.signum() < 0
                || amount.compareTo(MOST) >= 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw new InvalidInput("targetAmount", "plan.error.target-amount");
        }
        return new UseTarget(wanted, amount, FreeText.requireLine("targetUnit", typed.unit(), UNIT));
    }

    private static LocalDate stageOn(@Nullable LocalDate typed, LocalDate today) {
        var on = typed == null ? today : typed;
        if (on.isAfter(today)) {
            throw new InvalidInput("stageOn", "plan.error.ahead");
        }
        if (on.isBefore(today.minusYears(YEARS))) {
            throw new InvalidInput("stageOn", "plan.error.target", YEARS);
        }
        return on;
    }

    private static @Nullable Integer ruler(String field, @Nullable Integer typed) {
        if (typed != null && (typed < 0 || typed > RULER)) {
            throw new InvalidInput(field, "plan.error.ruler", RULER);
        }
        return typed;
    }

    /** An aim whose every field was checked. */
    record Checked(
            String words,
            UseAim aim,
            UseTarget target,
            @Nullable ChangeStage stage,
            @Nullable LocalDate stageOn,
            @Nullable Integer importance,
            @Nullable Integer confidence) {}
}
