package org.relais.worklist;

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

/** What tasks tell of contacts: something that a centre had to do for the person was due, or was done. */
@Component
class TaskContacts extends ContactQuestion {

    private final JdbcClient jdbc;

    TaskContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected List<Contact> between(Set<PersonId> people, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT person_id, centre_id, due_at AS at FROM worklist_task
                        WHERE person_id IN (:people) AND due_at >= :from AND due_at <= :until
                        UNION
                        SELECT person_id, centre_id, closed_at FROM worklist_task
                        WHERE person_id IN (:people) AND closed_at >= :from AND closed_at <= :until
                        UNION
                        SELECT person_id, centre_id, created_at FROM worklist_task
                        WHERE person_id IN (:people) AND created_at >= :from AND created_at <= :until""")
                .param("people", people.stream().map(Id::value).toList())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query((row, number) -> Contact.at(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        Utc.instant(row, "at")))
                .list();
    }
}
