package org.relais.doors;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.today.MyAgenda;

/** The doors of one's own calendar in my day. */
@TestComponent
class TodayDoors extends RoomDoors {

    TodayDoors(MyAgenda agenda, AccessService access, TransactionTemplate transaction) {
        super(transaction);
        list("MyAgenda.today(Scope)", Section.ADMINISTRATIVE, (scope, row) -> agenda.today(scope));
        list("MyAgenda.clock(Scope)", Section.ADMINISTRATIVE, (scope, row) -> agenda.clock(scope));
        list("MyAgenda.of(Scope,Scope,LocalDate)", Section.PLAN, (scope, row) -> {
            var names = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            return agenda.of(scope, names, agenda.today(names));
        });
    }
}
