package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeId;

/**
 * Moves to another bed of the same unit.
 *
 * @param at when; null: now
 */
public record MoveBed(
        EpisodeId episode,
        long expectedVersion,
        BedId bed,
        @Nullable Instant at) {}
