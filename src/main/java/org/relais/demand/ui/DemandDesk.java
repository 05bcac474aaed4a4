package org.relais.demand.ui;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.demand.DemandReport;
import org.relais.demand.DemandRule;
import org.relais.demand.Intake;
import org.relais.history.SubstanceLists;
import org.relais.person.PersonService;
import org.relais.rules.RuleInForce;
import org.relais.shared.PersonId;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record DemandDesk(
        Intake intake,
        DemandReport report,
        RuleInForce<DemandRule> rule,
        SubstanceLists substances,
        AccessService access,
        PersonService people,
        StaffDirectory staff,
        Centres centres) {

    Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    Scope reports() {
        return access.scope(Section.REPORT, Purpose.COORDINATION, null);
    }
}
