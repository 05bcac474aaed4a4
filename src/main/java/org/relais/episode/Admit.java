package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/**
 * Admits to a unit where people stay overnight.
 *
 * @param episode the enquiry or the waiting it follows; null begins a new episode
 * @param expectedVersion the version of that episode; 0 for a new one
 * @param bed a free bed of the unit; null: none yet
 * @param at when; null: now
 * @param consent what is known of the bed and meant all the same
 */
public record Admit(
        @Nullable EpisodeId episode,
        long expectedVersion,
        UnitId unit,
        @Nullable BedId bed,
        @Nullable Instant at,
        BedConsent consent) {

    /** Into a bed against which nothing speaks. */
    public Admit(
            @Nullable EpisodeId episode, long expectedVersion, UnitId unit, @Nullable BedId bed, @Nullable Instant at) {
        this(episode, expectedVersion, unit, bed, at, BedConsent.NONE);
    }
}
