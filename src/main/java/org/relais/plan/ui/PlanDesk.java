package org.relais.plan.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.plan.Aims;
import org.relais.plan.GoalActs;
import org.relais.plan.GoalSteps;
import org.relais.plan.Goals;
import org.relais.plan.PlanActions;
import org.relais.plan.Reviews;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/** What the screens of the plan stand on. Holds no state of its own. */
@Component
record PlanDesk(Keeping keeping, AccessService access, Centres centres, StaffDirectory staff, Clock clock) {

    Goals goals() {
        return keeping.goals();
    }

    GoalSteps steps() {
        return keeping.steps();
    }

    GoalActs acts() {
        return keeping.acts();
    }

    Aims aims() {
        return keeping.aims();
    }

    Reviews reviews() {
        return keeping.reviews();
    }

    PlanActions actions() {
        return keeping.actions();
    }

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    /** Colleagues of a centre to whom something of the person's plan can be given, and the reader, by name. */
    List<StaffCard> colleagues(PersonId person, CentreId centre) {
        var record = record(person);
        var askable = keeping.readers().askable(record, Section.PLAN).stream()
                .map(StaffMember::id)
                .collect(Collectors.toSet());
        return staff.byCentre().getOrDefault(centre, List.of()).stream()
                .filter(card -> card.id().equals(record.actor().id()) || askable.contains(card.id()))
                .sorted(Comparator.comparing(StaffCard::name))
                .toList();
    }

    /** What is kept of a plan. */
    @Component
    record Keeping(
            Goals goals,
            GoalSteps steps,
            GoalActs acts,
            Aims aims,
            PlanActions actions,
            Reviews reviews,
            RecordReaders readers) {}
}
