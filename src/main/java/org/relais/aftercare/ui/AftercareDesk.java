package org.relais.aftercare.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessRules;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.aftercare.AftercareRule;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.WaysBack;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeService;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record AftercareDesk(
        FollowUps followUps,
        WaysBack waysBack,
        EpisodeService episodes,
        RuleInForce<AftercareRule> rule,
        AccessService access,
        AccessRules matrix,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    /** Colleagues of the centre who may make a contact, by name. */
    List<StaffCard> colleagues(CentreId centre) {
        var plan = matrix.inForce();
        return staff.byCentre().getOrDefault(centre, List.of()).stream()
                .filter(StaffCard::active)
                .filter(card -> plan.writable(card.role(), Section.PLAN))
                .sorted(Comparator.comparing(StaffCard::name))
                .toList();
    }
}
