package org.relais.episode;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.centre.Bed;
import org.relais.shared.BedId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaleVersion;
import org.relais.shared.StayId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Stays and the beds they occupy. That a bed holds one person is a unique key, so of two at once one is refused. */
@Component
class StayRows {

    private final JdbcClient jdbc;
    private final BedRows beds;

    StayRows(JdbcClient jdbc, BedRows beds) {
        this.jdbc = jdbc;
        this.beds = beds;
    }

    /**
     * Begins a stay.
     *
     * @throws BedTaken when somebody else is in the bed
     * @throws BedWarned when it is kept for somebody else or to be cleaned, and the consent does not say so
     * @throws Conflict when it is closed
     */
    void begin(Authority authority, Episode episode, UnitId unit, @Nullable Bed bed, BedConsent consent, Instant at) {
        if (bed != null) {
            requireFree(bed);
            beds.give(authority, people(authority, episode), bed, consent, at);
        }
        insert(episode.episode(), unit, bed, at);
    }

    /** Ends the present stay and frees its bed, which is then to be cleaned. Nothing happens when there is none. */
    void end(Authority authority, Episode episode, Instant at) {
        var left = bed(episode.episode());
        end(episode.episode(), at);
        if (left != null) {
            beds.left(authority, episode.person(), left, at);
        }
    }

    /** Ends the present stays of two episodes and begins theirs anew in each other's bed. */
    void swap(Episode first, Bed bedOfFirst, Episode second, Bed bedOfSecond, Instant at) {
        end(first.episode(), at);
        end(second.episode(), at);
        insert(first.episode(), first.unit(), bedOfSecond, at);
        insert(second.episode(), second.unit(), bedOfFirst, at);
    }

    /** The bed of the present stay; null without one. */
    @Nullable
    BedId bed(EpisodeId episode) {
        return jdbc.sql(
                        "SELECT bed_id FROM episode_stay WHERE episode_id = ? AND present = TRUE AND bed_id IS NOT NULL")
                .param(episode.value())
                .query(UUID.class)
                .optional()
                .map(BedId::new)
                .orElse(null);
    }

    private static Set<PersonId> people(Authority authority, Episode episode) {
        return authority instanceof Grant grant ? grant.people() : Set.of(episode.person());
    }

    private void requireFree(Bed bed) {
        if (jdbc.sql("SELECT 1 FROM episode_bed_occupancy WHERE bed_id = ?")
                .param(bed.id().value())
                .query(Integer.class)
                .optional()
                .isPresent()) {
            throw new BedTaken(bed);
        }
    }

    private void insert(EpisodeId episode, UnitId unit, @Nullable Bed bed, Instant at) {
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

    private void end(EpisodeId episode, Instant at) {
        try {
            jdbc.sql("""
                            DELETE FROM episode_bed_occupancy
                            WHERE stay_id IN (SELECT id FROM episode_stay WHERE episode_id = ? AND present = TRUE)""").param(episode.value()).update();
            jdbc.sql("UPDATE episode_stay SET ends_at = ?, present = NULL WHERE episode_id = ? AND present = TRUE")
                    .param(Utc.column(at))
                    .param(episode.value())
                    .update();
        } catch (PessimisticLockingFailureException busy) {
            // Two acts on the same beds at once: the other one goes on
            throw new StaleVersion();
        }
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
