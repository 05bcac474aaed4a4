package org.relais.doors;

import java.util.Map;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.person.PersonService;
import org.relais.person.TellingTopic;
import org.relais.relatives.AnswerSupport;
import org.relais.relatives.ContactForm;
import org.relais.relatives.LogContact;
import org.relais.relatives.OfferSupport;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.SupportAnswer;
import org.relais.relatives.SupportKind;
import org.relais.relatives.WriteLetter;
import org.relais.shared.RelativeContactId;
import org.relais.shared.SupportOfferId;

/** The doors of contacts with relatives. */
@TestComponent
class RelativesDoors extends RoomDoors {

    RelativesDoors(
            RelativeContacts contacts, PersonService people, AccessService access, TransactionTemplate transaction) {
        super(transaction);
        read("PersonService.relatives(Grant)", Section.SOCIAL, (grant, row) -> people.relatives(grant));
        read("RelativeContacts.of(Grant)", Section.SOCIAL, (grant, row) -> contacts.of(grant));
        read(
                "RelativeContacts.letter(Grant,RelativeContactId)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> contacts.letter(grant, RelativeContactId.create())));
        write("RelativeContacts.log(Grant,Grant,LogContact)", Section.SOCIAL, (grant, row) -> {
            var record = access.grant(row.person(), Section.RECORD);
            return undone(() -> contacts.log(
                    grant,
                    record,
                    new LogContact(
                            RelativeContactId.create(),
                            row.relative(),
                            row.home().centre(),
                            ContactForm.CALL_FROM,
                            null,
                            Set.of(),
                            Set.of(),
                            null,
                            null,
                            null)));
        });
        write(
                "RelativeContacts.write(Grant,WriteLetter)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> contacts.write(
                        grant,
                        new WriteLetter(
                                RelativeContactId.create(),
                                row.relative(),
                                row.home().centre(),
                                Map.of(TellingTopic.PRESENCE, "Here")))));
        write(
                "RelativeContacts.print(Grant,RelativeContactId)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> contacts.print(grant, RelativeContactId.create())));
        write(
                "RelativeContacts.seen(Grant,RelativeContactId)",
                Section.PLAN,
                (grant, row) -> undone(() -> contacts.seen(grant, RelativeContactId.create())));
        write(
                "RelativeContacts.offer(Grant,OfferSupport)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> contacts.offer(
                        grant,
                        new OfferSupport(
                                SupportOfferId.create(),
                                row.relative(),
                                row.home().centre(),
                                SupportKind.GROUP,
                                null,
                                null))));
        write(
                "RelativeContacts.answer(Grant,AnswerSupport)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> contacts.answer(
                        grant, new AnswerSupport(SupportOfferId.create(), 0, SupportAnswer.LATER, null, null))));
    }
}
