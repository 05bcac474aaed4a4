package org.relais.escalation.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.escalation.AlarmNews;
import org.relais.escalation.EscalationRules;
import org.relais.escalation.Escalations;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the screens of alarms are made with. */
@Component
class AlarmDesk {

    private final Escalations escalations;
    private final EscalationRules rules;
    private final AlarmNews news;
    private final AccessService access;
    private final Centres centres;
    private final StaffDirectory staff;
    private final CurrentStaff current;
    private final Clock clock;

    AlarmDesk(
            Escalations escalations,
            EscalationRules rules,
            AlarmNews news,
            AccessService access,
            Centres centres,
            StaffDirectory staff,
            CurrentStaff current,
            Clock clock) {
        this.escalations = escalations;
        this.rules = rules;
        this.news = news;
        this.access = access;
        this.centres = centres;
        this.staff = staff;
        this.current = current;
        this.clock = clock;
    }

    Escalations escalations() {
        return escalations;
    }

    EscalationRules rules() {
        return rules;
    }

    AlarmNews news() {
        return news;
    }

    Centres centres() {
        return centres;
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }

    /** Whether somebody still sits in front of the window. */
    boolean signedIn() {
        return current.find().isPresent();
    }

    Grant fresh(Grant grant) {
        return access.fresh(grant);
    }

    Grant write(PersonId person) {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    Scope list(Section section) {
        return access.scope(section, Purpose.CARE, null);
    }

    /** Whether the acting role answers alarms: it reads and writes the medical section. */
    boolean answers() {
        return access.roleWrites(Section.MEDICAL);
    }
}
