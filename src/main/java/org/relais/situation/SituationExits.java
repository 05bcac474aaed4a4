package org.relais.situation;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.shared.Utc;

/** Keeps when a person left, so that their needs are rated once more at exit (domain reference F.1). */
@Component
class SituationExits {

    private final JdbcClient jdbc;
    private final SituationDays days;
    private final Clock clock;

    SituationExits(JdbcClient jdbc, SituationDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void discharged(PersonDischarged event) {
        var left = event.occurrence();
        var service = days.centre(left.centre()).serviceDay();
        var begun = event.begunAt();
        jdbc.sql("""
                        INSERT INTO situation_exit
                            (id, person_id, centre_id, unit_id, episode_id, left_on, entered_on, reason, recorded_at)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(left.source().value())
                .param(left.person().value())
                .param(left.centre().value())
                .param(left.unit().value())
                .param(left.episode().value())
                .param(service.of(left.at()))
                .param(begun == null ? null : service.of(begun))
                .param(event.reason().name())
                .param(Utc.column(clock.instant()))
                .update();
    }
}
