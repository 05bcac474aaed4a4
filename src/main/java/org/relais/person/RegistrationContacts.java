package org.relais.person;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.ContactQuestion;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** What the register tells of contacts: the day on which a person became known to a centre. */
@Component
class RegistrationContacts extends ContactQuestion {

    private final JdbcClient jdbc;

    RegistrationContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected List<Contact> between(Set<PersonId> people, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT person_id, centre_id, since FROM person_centre
                        WHERE person_id IN (:people) AND since >= :from AND since <= :until""")
                .param("people", PersonDetailsReader.values(people))
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query((row, number) -> Contact.at(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        Utc.instant(row, "since")))
                .list();
    }
}
