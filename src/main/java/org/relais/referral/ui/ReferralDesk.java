package org.relais.referral.ui;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.directory.PartnerDirectory;
import org.relais.person.PersonService;
import org.relais.plan.GoalRow;
import org.relais.plan.Goals;
import org.relais.referral.PartnerReferrals;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record ReferralDesk(
        PartnerReferrals referrals,
        PartnerDirectory partners,
        SharingConsents consents,
        PersonService people,
        Goals goals,
        AccessService access,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    Grant administrative(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE);
    }

    /** The passes for the further sections of a letter that the role opens. */
    List<Grant> others(PersonId person, Collection<Section> sections) {
        return sections.stream()
                .filter(section -> section != Section.SOCIAL && section != Section.ADMINISTRATIVE)
                .flatMap(section -> access.grantIfRoleOpens(person, section).stream())
                .toList();
    }

    /** The goals a referral can serve: those that are open and that the role may read in full. */
    List<GoalRow> openGoals(PersonId person) {
        return access.grantIfRoleOpens(person, Section.PLAN)
                .map(grant -> goals.of(grant).goals().stream()
                        .filter(goal -> goal.state().open())
                        .toList())
                .orElse(List.of());
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }
}
