package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/**
 * Transfers to another unit of the same centre, where the episode goes on.
 *
 * @param bed a free bed of the other unit
 * @param note why, in one line
 * @param at when; null: now
 */
public record TransferToUnit(
        EpisodeId episode,
        long expectedVersion,
        UnitId unit,
        @Nullable BedId bed,
        @Nullable String note,
        @Nullable Instant at) {}
