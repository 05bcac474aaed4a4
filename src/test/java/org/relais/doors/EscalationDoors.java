package org.relais.doors;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.escalation.AcknowledgeAlarm;
import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmNews;
import org.relais.escalation.Escalations;
import org.relais.escalation.RaiseAlarm;
import org.relais.escalation.RecordEvent;
import org.relais.escalation.ResolveAlarm;
import org.relais.shared.ClinicalEventId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunctions;

/** The doors of alarms. */
@TestComponent
class EscalationDoors extends RoomDoors {

    EscalationDoors(
            Escalations escalations,
            AlarmNews news,
            StaffFunctions functions,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        read("Escalations.open(Grant)", Section.RECORD, (grant, row) -> escalations.open(grant));
        read(
                "Escalations.history(Grant,AlarmCursor,int)",
                Section.MEDICAL,
                (grant, row) -> escalations.history(grant, null, 20));
        listInFull(
                "Escalations.open(Scope,Collection)",
                Section.MEDICAL,
                (scope, row) -> escalations.open(scope, Set.of(row.person())));
        listInFull("Escalations.openHere(Scope)", Section.MEDICAL, (scope, row) -> escalations.openHere(scope));
        listInFull("Escalations.countOpen(Scope)", Section.MEDICAL, (scope, row) -> escalations.countOpen(scope));
        write(
                "Escalations.record(Grant,RecordEvent)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> escalations.record(grant, seizure(row, clock))));
        write(
                "Escalations.acknowledge(Grant,AcknowledgeAlarm)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var alarm = raised(escalations, grant, row, clock);
                    return escalations.acknowledge(grant, new AcknowledgeAlarm(alarm.id(), 1));
                }));
        write(
                "Escalations.resolve(Grant,ResolveAlarm)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var alarm = raised(escalations, grant, row, clock);
                    escalations.acknowledge(grant, new AcknowledgeAlarm(alarm.id(), 1));
                    return escalations.resolve(grant, new ResolveAlarm(alarm.id(), 2, "Seen"));
                }));
        write(
                "Escalations.raise(Authority,RaiseAlarm)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> escalations.raise(
                        grant,
                        new RaiseAlarm(
                                row.person(),
                                row.home().centre(),
                                "OBSERVATIONS_MISSED",
                                ClinicalEventId.create(),
                                clock.instant()))));
        write(
                "Escalations.closeBySystem(Authority,PersonId,CentreId)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> escalations.closeBySystem(
                        grant, row.person(), row.home().centre())));
        write(
                "Escalations.takeBack(Authority,PersonId,CentreId,Id)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    escalations.takeBack(grant, row.person(), row.home().centre(), ClinicalEventId.create());
                    return null;
                }));
        read("AlarmNews.listen(Grant,Runnable)", Section.RECORD, (grant, row) -> {
            news.listen(grant, () -> {}).end();
            return null;
        });
        listInFull("AlarmNews.listen(Scope,Runnable)", Section.MEDICAL, (scope, row) -> {
            news.listen(scope, () -> {}).end();
            return null;
        });
        role(
                "StaffFunctions.heldToday(Collection)",
                EnumSet.allOf(Role.class),
                row -> functions.heldToday(Set.of(row.home().centre())));
    }

    private static RecordEvent seizure(Fixture row, Clock clock) {
        return new RecordEvent(
                ClinicalEventId.create(),
                "SEIZURE",
                null,
                clock.instant(),
                row.home().centre());
    }

    private static Alarm raised(Escalations escalations, Grant grant, Fixture row, Clock clock) {
        escalations.record(grant, seizure(row, clock));
        return escalations.history(grant, null, 1).rows().getFirst();
    }
}
