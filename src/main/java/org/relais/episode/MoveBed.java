package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeId;

/**
 * Moves to another bed of the same unit.
 *
 * @param at when; null: now
 * @param consent what is known of the bed and meant all the same
 */
public record MoveBed(
        EpisodeId episode,
        long expectedVersion,
        BedId bed,
        @Nullable Instant at,
        BedConsent consent) {

    /** To a bed against which nothing speaks. */
    public MoveBed(EpisodeId episode, long expectedVersion, BedId bed, @Nullable Instant at) {
        this(episode, expectedVersion, bed, at, BedConsent.NONE);
    }
}
