package org.relais.reintegration.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record StepDesk(ReintegrationSteps steps, AccessService access, Centres centres, StaffDirectory staff, Clock clock) {

    private static final Set<Role> RESPONSIBLE =
            Set.of(Role.PHYSICIAN, Role.NURSE, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER);

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    /** Colleagues a step can be given to, by name. */
    List<StaffCard> colleagues() {
        return staff.all().stream()
                .filter(StaffCard::active)
                .filter(card -> RESPONSIBLE.contains(card.role()))
                .sorted(Comparator.comparing(StaffCard::name))
                .toList();
    }
}
