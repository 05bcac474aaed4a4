package org.relais.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** The table of news, ids only: a row is inserted with the act it tells of. */
@Component
class AlarmNewsRows {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlarmNewsRows(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    void tell(PersonId person, CentreId centre) {
        var news = Id.newValue();
        jdbc.sql("INSERT INTO escalation_news (id, person_id, centre_id, told_at) VALUES (?,?,?,?)")
                .param(news)
                .param(person.value())
                .param(centre.value())
                .param(Utc.column(clock.instant()))
                .update();
        events.publishEvent(new AlarmChanged(news, person, centre));
    }

    List<AlarmChanged> since(Instant moment) {
        return jdbc.sql("SELECT id, person_id, centre_id FROM escalation_news WHERE told_at >= ?")
                .param(Utc.column(moment))
                .query((row, number) -> new AlarmChanged(
                        Utc.uuid(row, "id"),
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id"))))
                .list();
    }

    List<PersonId> open() {
        return jdbc.sql("SELECT DISTINCT person_id FROM escalation_open")
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
    }
}
