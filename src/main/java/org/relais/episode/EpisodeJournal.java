package org.relais.episode;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.audit.AccessAction;
import org.relais.episode.EpisodeChange.BedChanged;
import org.relais.episode.EpisodeChange.PersonAdmitted;
import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.episode.EpisodeChange.PersonWaiting;
import org.relais.shared.BedId;
import org.relais.shared.Utc;

/** Keeps every act: a row here, a row in the access log, and the event for whoever listens, all in one transaction. */
@Component
class EpisodeJournal {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EpisodeJournal(JdbcClient jdbc, AccessService access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    void write(EpisodeChange change, boolean first) {
        insert(change);
        var occurrence = change.occurrence();
        access.recordChange(
                occurrence.authority(),
                occurrence.person(),
                first ? AccessAction.CREATE : AccessAction.CHANGE,
                "episode",
                occurrence.episode());
        events.publishEvent(change);
    }

    private void insert(EpisodeChange change) {
        var occurrence = change.occurrence();
        var ended = change instanceof PersonDischarged discharged ? discharged : null;
        jdbc.sql("""
                        INSERT INTO episode_event
                            (id, episode_id, person_id, act, at, recorded_at, recorded_by, unit_id, bed_id, priority,
                             end_reason, destination, note)
                        VALUES (:id, :episode, :person, :act, :at, :now, :by, :unit, :bed, :priority,
                                :reason, :destination, :note)""")
                .param("id", occurrence.source().value())
                .param("episode", occurrence.episode().value())
                .param("person", occurrence.person().value())
                .param("act", change.act().name())
                .param("at", Utc.column(occurrence.at()))
                .param("now", Utc.column(clock.instant()))
                .param("by", occurrence.authority().actor().id().value())
                .param("unit", occurrence.unit().value())
                .param("bed", bed(change))
                .param(
                        "priority",
                        change instanceof PersonWaiting waiting
                                ? waiting.priority().name()
                                : null)
                .param("reason", ended == null ? null : ended.reason().name())
                .param("destination", destination(ended))
                .param("note", occurrence.note())
                .update();
    }

    private static @Nullable String destination(@Nullable PersonDischarged ended) {
        var destination = ended == null ? null : ended.destination();
        return destination == null ? null : destination.name();
    }

    private static @Nullable UUID bed(EpisodeChange change) {
        BedId bed = null;
        if (change instanceof PersonAdmitted admitted) {
            bed = admitted.bed();
        } else if (change instanceof BedChanged changed) {
            bed = changed.bed();
        }
        return bed == null ? null : bed.value();
    }
}
