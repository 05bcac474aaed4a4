package org.relais.situation.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.record.page.EntryForms;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.situation.Budgets;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.SituationLists;
import org.relais.situation.Situations;
import org.relais.situation.SocialRights;
import org.relais.situation.page.NeedAction;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record SocialDesk(
        NeedsAssessments needs,
        Situations situations,
        Budgets budgets,
        SocialRights rights,
        SituationLists lists,
        AccessService access,
        Centres centres,
        StaffDirectory staff,
        ObjectProvider<EntryForms> forms,
        ObjectProvider<NeedAction> needActions,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    /** What other rooms make of a need, in their order. */
    List<NeedAction> actions() {
        return needActions.stream()
                .sorted(Comparator.comparingInt(NeedAction::order))
                .toList();
    }

    /** The day it is in a centre. */
    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }
}
