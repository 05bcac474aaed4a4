package org.relais.record;

import java.time.Instant;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.RecordAuthors;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Who signed an entry lately: they are told when the record is opened in an emergency. */
@Component
class RecentAuthors implements RecordAuthors {

    private final JdbcClient jdbc;

    RecentAuthors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<StaffId> since(Set<PersonId> people, Instant moment) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        SELECT DISTINCT author_id FROM record_entry
                        WHERE person_id IN (:people) AND recorded_at >= :moment AND author_id IS NOT NULL""")
                .param("people", people.stream().map(Id::value).toList())
                .param("moment", Utc.column(moment))
                .query((row, number) -> new StaffId(Utc.uuid(row, "author_id")))
                .set();
    }
}
