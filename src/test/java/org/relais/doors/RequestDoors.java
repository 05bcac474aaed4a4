package org.relais.doors;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.AnswerRequest;
import org.relais.record.AskColleague;
import org.relais.record.Requests;
import org.relais.shared.EntryId;
import org.relais.shared.NotFound;
import org.relais.shared.RequestId;
import org.relais.staff.Role;

/** The doors of what colleagues ask of each other. */
@TestComponent
class RequestDoors extends RoomDoors {

    private final Requests requests;

    RequestDoors(Requests requests, TransactionTemplate transaction) {
        super(transaction);
        this.requests = requests;
        write("Requests.ask(Grant,AskColleague)", Section.PLAN, (grant, row) -> undone(() -> ask(grant, row)));
        write("Requests.answer(Grant,AnswerRequest)", Section.PLAN, (grant, row) -> {
            try {
                return undone(() ->
                        requests.answer(grant, new AnswerRequest(RequestId.create(), AnswerRequest.Answer.DONE, null)));
            } catch (NotFound nothing) {
                return "nothing asked";
            }
        });
        write("Requests.acknowledge(Grant,RequestId)", Section.PLAN, (grant, row) -> {
            try {
                return undone(() -> requests.acknowledge(grant, RequestId.create()));
            } catch (NotFound nothing) {
                return "nothing asked";
            }
        });
    }

    // Nobody asks themselves
    private EntryId ask(Grant grant, Fixture row) {
        var colleague = grant.actor().role() == Role.PHYSICIAN ? Role.NURSE : Role.PHYSICIAN;
        return requests.ask(
                grant,
                new AskColleague(
                        RequestId.create(),
                        grant.centres().iterator().next(),
                        row.home().member(colleague).id(),
                        "See them about the certificate",
                        null,
                        LocalDate.now(ZoneOffset.UTC).plusDays(2)));
    }
}
