package org.relais.therapy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.ContactQuestion;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** What therapy tells of contacts: its sessions, and the day on which the next one was to be. No word of them. */
@Component
class SessionContacts extends ContactQuestion {

    private final JdbcClient jdbc;
    private final Centres centres;

    SessionContacts(JdbcClient jdbc, Centres centres) {
        this.jdbc = jdbc;
        this.centres = centres;
    }

    @Override
    protected List<Contact> between(Set<PersonId> people, Instant from, Instant until) {
        var contacts = new ArrayList<Contact>();
        jdbc.sql("""
                        SELECT person_id, centre_id, starts_at, next_on FROM therapy_session
                        WHERE person_id IN (:people)
                          AND ((starts_at >= :from AND starts_at <= :until) OR (next_on >= :first AND next_on <= :last))""")
                .param("people", people.stream().map(Id::value).toList())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .param("first", LocalDate.ofInstant(from, ZoneOffset.UTC))
                .param("last", LocalDate.ofInstant(until, ZoneOffset.UTC))
                .query(row -> {
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    var centre = new CentreId(Utc.uuid(row, "centre_id"));
                    contacts.add(Contact.at(person, centre, Utc.instant(row, "starts_at")));
                    var next = row.getObject("next_on", LocalDate.class);
                    if (next != null) {
                        var day = centres.centre(centre).serviceDay();
                        contacts.add(new Contact(person, centre, day.startOf(next), day.endOf(next)));
                    }
                });
        return contacts;
    }
}
