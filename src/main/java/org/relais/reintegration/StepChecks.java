package org.relais.reintegration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;

/** Checks what was typed for a new step; nothing is repaired in silence. */
@Component
class StepChecks {

    private static final int THIRD_PARTY = 120;

    private final ServiceDays days;
    private final CurrentStaff staff;

    StepChecks(ServiceDays days, CurrentStaff staff) {
        this.days = days;
        this.staff = staff;
    }

    NewStep checked(Grant grant, AddStep command) {
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "reintegration.error.centre");
        }
        if (command.domain() == null) {
            throw new InvalidInput("domain", "shared.error.required");
        }
        return new NewStep(
                command.id(),
                command.centre(),
                command.domain(),
                FreeText.requireLine("title", command.title(), FreeText.LINE),
                StepLife.requireDue(command.dueOn(), days.today(command.centre())),
                responsible(command.centre(), command.responsible()));
    }

    private Responsible responsible(CentreId centre, @Nullable Responsible chosen) {
        return switch (chosen) {
            case null -> throw new InvalidInput("responsible", "shared.error.required");
            case Responsible.ThePerson person -> person;
            case Responsible.Worker(var id) -> new Responsible.Worker(worker(centre, id));
            case Responsible.ThirdParty(var name) ->
                new Responsible.ThirdParty(FreeText.requireLine("thirdParty", name, THIRD_PARTY));
        };
    }

    // A task begins a care relation, so it is given to nobody who does not work where the person is followed.
    private StaffId worker(CentreId centre, StaffId id) {
        return staff.now(id)
                .filter(member -> member.active() && member.centres().contains(centre))
                .orElseThrow(() -> new InvalidInput("worker", "reintegration.error.worker"))
                .id();
    }
}
