package org.relais.episode;

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

/** What an episode tells of contacts: its acts, the stays, and a transfer that is on its way to or from a centre. */
@Component
class EpisodeContacts extends ContactQuestion {

    private final JdbcClient jdbc;

    EpisodeContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected List<Contact> between(Set<PersonId> people, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT v.person_id, e.centre_id, v.at AS begins, v.at AS ends
                        FROM episode_event v JOIN episode_episode e ON e.id = v.episode_id
                        WHERE v.person_id IN (:people) AND v.at >= :from AND v.at <= :until
                        UNION ALL
                        SELECT e.person_id, e.centre_id, s.begins_at, s.ends_at
                        FROM episode_episode e JOIN episode_stay s ON s.episode_id = e.id
                        WHERE e.person_id IN (:people) AND s.begins_at <= :until
                          AND (s.ends_at IS NULL OR s.ends_at >= :from)
                        UNION ALL
                        SELECT t.person_id, t.to_centre_id, t.asked_at, t.ended_at FROM episode_transfer t
                        WHERE t.person_id IN (:people) AND t.asked_at <= :until
                          AND (t.ended_at IS NULL OR t.ended_at >= :from)
                        UNION ALL
                        SELECT t.person_id, t.from_centre_id, t.asked_at, t.ended_at FROM episode_transfer t
                        WHERE t.person_id IN (:people) AND t.asked_at <= :until
                          AND (t.ended_at IS NULL OR t.ended_at >= :from)""")
                .param("people", people.stream().map(Id::value).toList())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query((row, number) -> new Contact(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        Utc.instant(row, "begins"),
                        Utc.instantOrNull(row, "ends")))
                .list();
    }
}
