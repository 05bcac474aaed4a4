package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;

/** Checks what was typed for a goal; nothing is repaired in silence. */
@Component
class GoalChecks {

    private final PlanDays days;
    private final CurrentStaff staff;

    GoalChecks(PlanDays days, CurrentStaff staff) {
        this.days = days;
        this.staff = staff;
    }

    NewGoal checked(Grant grant, AddGoal command) {
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "plan.error.centre");
        }
        if (command.domain() == null) {
            throw new InvalidInput("domain", "shared.error.required");
        }
        return new NewGoal(
                command.id(),
                command.centre(),
                command.domain(),
                text(
                        grant,
                        command.centre(),
                        command.statement(),
                        command.criterion(),
                        command.targetOn(),
                        command.owner()),
                command.reopens());
    }

    GoalText checked(Grant grant, GoalRow before, ChangeGoal command) {
        var kept = command.targetOn() != null && command.targetOn().equals(before.targetOn());
        var text = text(
                grant,
                before.centre(),
                command.statement(),
                command.criterion(),
                kept ? null : command.targetOn(),
                before.owner().equals(command.owner()) ? null : command.owner());
        if (before.state() != GoalState.DRAFT && text.criterion() == null) {
            throw new InvalidInput("criterion", "plan.error.criterion");
        }
        return new GoalText(
                text.statement(),
                text.criterion(),
                kept ? command.targetOn() : text.targetOn(),
                before.owner().equals(command.owner()) ? before.owner() : text.owner());
    }

    private GoalText text(
            Grant grant,
            CentreId centre,
            @Nullable String statement,
            @Nullable String criterion,
            @Nullable LocalDate targetOn,
            @Nullable StaffId owner) {
        return new GoalText(
                FreeText.requireLine("statement", statement, FreeText.LINE),
                FreeText.optional("criterion", criterion, GoalLife.TEXT),
                GoalLife.target(targetOn, days.today(centre)),
                owner == null ? grant.actor().id() : owner(centre, owner));
    }

    // Whoever looks after a goal has to be able to read it
    private StaffId owner(CentreId centre, StaffId id) {
        return staff.now(id)
                .filter(member -> member.active() && member.centres().contains(centre))
                .orElseThrow(() -> new InvalidInput("owner", "plan.error.owner"))
                .id();
    }
}
