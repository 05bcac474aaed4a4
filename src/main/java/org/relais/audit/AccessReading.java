package org.relais.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * Reads the log for whoever answers for it. Not a door to anything: the room that asks has checked its scope, and gets
 * sections and times, no content.
 */
@Component
public class AccessReading {

    private final JdbcClient jdbc;
    private final String opened;

    AccessReading(JdbcClient jdbc, AuditProperties properties) {
        this.jdbc = jdbc;
        this.opened = "SELECT section, MIN(occurred_at) AS first, COUNT(*) AS times FROM " + properties.schema()
                + ".access_event WHERE person_id IN (:people) AND occurred_at >= :from AND occurred_at <= :until"
                + " AND actor_id = :staff AND action = 'VIEW' AND allowed GROUP BY section ORDER BY first, section";
    }

    /** The sections of these records that one member of staff opened, the first at the top. */
    public List<OpenedSection> opened(StaffId staff, Collection<PersonId> people, Instant from, Instant until) {
        return jdbc.sql(opened)
                .param("people", people.stream().map(Id::value).toList())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .param("staff", staff.value())
                .query((row, number) ->
                        new OpenedSection(row.getString("section"), Utc.instant(row, "first"), row.getInt("times")))
                .list();
    }
}
