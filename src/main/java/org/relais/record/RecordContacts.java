package org.relais.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.ContactQuestion;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** What the record tells of contacts: when its entries of a centre happened. What was imported is none. */
@Component
class RecordContacts extends ContactQuestion {

    private final JdbcClient jdbc;

    RecordContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected List<Contact> between(Set<PersonId> people, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT DISTINCT person_id, centre_id, occurred_at FROM record_entry
                        WHERE person_id IN (:people) AND amends_id IS NULL
                          AND occurred_at >= :from AND occurred_at <= :until AND author_id IS NOT NULL""")
                .param("people", people.stream().map(Id::value).toList())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query((row, number) -> Contact.at(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        Utc.instant(row, "occurred_at")))
                .list();
    }
}
