package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.person.PersonService;
import org.relais.relatives.AnswerSupport;
import org.relais.relatives.LogContact;
import org.relais.relatives.OfferSupport;
import org.relais.relatives.RelativeContacts;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;
import org.relais.shared.SupportOfferId;

/** The deeds about relatives: who called and what was said, what support they were offered. */
@Component
@ConditionalOnProperty("relais.demonstration")
class RelativesDeeds {

    private final RelativeContacts contacts;
    private final PersonService persons;
    private final HouseIndex house;

    RelativesDeeds(RelativeContacts contacts, PersonService persons, HouseIndex house) {
        this.contacts = contacts;
        this.persons = persons;
        this.house = house;
    }

    /**
     * @param write a grant to write in the social section
     * @param record a grant for the record
     */
    void perform(Grant write, Grant record, RelativesDeed deed, Instant at) {
        switch (deed) {
            case RelativesDeed.Speak(var centre, var form, var told, var words, var heard) ->
                contacts.log(
                        write,
                        record,
                        new LogContact(
                                RelativeContactId.create(),
                                relative(write),
                                house.centre(centre),
                                form,
                                at,
                                told,
                                Set.of(),
                                words,
                                null,
                                heard));
            case RelativesDeed.Offer(var centre, var kind, var note) ->
                contacts.offer(
                        write,
                        new OfferSupport(
                                SupportOfferId.create(), relative(write), house.centre(centre), kind, day(at), note));
            case RelativesDeed.Answer(var kind, var answer, var note) -> {
                var offered = contacts.of(write).supports().stream()
                        .filter(row -> row.kind() == kind)
                        .findFirst()
                        .orElseThrow();
                contacts.answer(
                        write, new AnswerSupport(offered.id(), offered.answers().size(), answer, day(at), note));
            }
        }
    }

    private RelativeId relative(Grant write) {
        return persons.relatives(write).getFirst().id();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(DemonstrationHouse.ZONE).toLocalDate();
    }
}
