package org.relais.reintegration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;

/** Checks what was typed for a new step; nothing is repaired in silence. */
@Component
class StepChecks {

    private static final int OUTSIDE = 120;

    private final ServiceDays days;
    private final CurrentStaff staff;
    private final AccessService access;

    StepChecks(ServiceDays days, CurrentStaff staff, AccessService access) {
        this.days = days;
        this.staff = staff;
        this.access = access;
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
                responsible(command.centre(), command.responsible()),
                command.goal(),
                FreeText.optionalLine("partner", command.partner(), OUTSIDE));
    }

    /** The change with its partner and whoever is to see to the step checked. */
    ChangeStep checked(StepRow before, ChangeStep command) {
        return new ChangeStep(
                command.step(),
                command.expectedVersion(),
                command.status(),
                command.dueOn(),
                command.reason(),
                command.answer(),
                FreeText.optionalLine("partner", command.partner(), OUTSIDE),
                command.responsible() == null ? null : responsible(before.centre(), command.responsible()),
                command.goal());
    }

    private Responsible responsible(CentreId centre, @Nullable Responsible chosen) {
        return switch (chosen) {
            case null -> throw new InvalidInput("responsible", "shared.error.required");
            case Responsible.ThePerson person -> person;
            case Responsible.Worker(var id) -> new Responsible.Worker(worker(centre, id));
            case Responsible.ThirdParty(var name) ->
                new Responsible.ThirdParty(FreeText.requireLine("thirdParty", name, OUTSIDE));
        };
    }

    // A task begins a care relation, so it is given to nobody who does not work where the person is followed, or whose
    // function never opens the section in which it stands.
    private StaffId worker(CentreId centre, StaffId id) {
        return staff.now(id)
                .filter(member -> member.active() && member.centres().contains(centre))
                .filter(member -> access.opens(member.role(), Section.SOCIAL))
                .orElseThrow(() -> new InvalidInput("worker", "reintegration.error.worker"))
                .id();
    }
}
