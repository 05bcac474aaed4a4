package org.relais.episode;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.centre.Bed;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.StayId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Stays and the beds they occupy. That a bed holds one person is a unique key, so of two at once one is refused. */
@Component
class StayRows {

    private final JdbcClient jdbc;

    StayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins a stay.
     *
     * @throws Conflict when somebody else is in the bed
     */
    void begin(EpisodeId episode, UnitId unit, @Nullable Bed bed, Instant at) {
        var stay = StayId.create();
        jdbc.sql("""
                        INSERT INTO episode_stay (id, episode_id, unit_id, bed_id, begins_at, present)
                        VALUES (?,?,?,?,?,TRUE)""")
                .param(stay.value())
                .param(episode.value())
                .param(unit.value())
                .param(value(bed))
                .param(Utc.column(at))
                .update();
        if (bed != null) {
            occupy(stay, bed);
        }
    }

    /** Ends the present stay and frees its bed. Nothing happens when there is none. */
    void end(EpisodeId episode, Instant at) {
        jdbc.sql("""
                        DELETE FROM episode_bed_occupancy
                        WHERE stay_id IN (SELECT id FROM episode_stay WHERE episode_id = ? AND present = TRUE)""").param(episode.value()).update();
        jdbc.sql("UPDATE episode_stay SET ends_at = ?, present = NULL WHERE episode_id = ? AND present = TRUE")
                .param(Utc.column(at))
                .param(episode.value())
                .update();
    }

    private void occupy(StayId stay, Bed bed) {
        try {
            jdbc.sql("INSERT INTO episode_bed_occupancy (bed_id, stay_id) VALUES (?,?)")
                    .param(bed.id().value())
                    .param(stay.value())
                    .update();
        } catch (DuplicateKeyException | PessimisticLockingFailureException taken) {
            throw new BedTaken(bed);
        }
    }

    private static @Nullable UUID value(@Nullable Bed bed) {
        return bed == null ? null : bed.id().value();
    }
}
