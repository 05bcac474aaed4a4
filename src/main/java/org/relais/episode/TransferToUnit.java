package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/**
 * Transfers to another unit. Within the centre the episode goes on there. To another centre it ends here and a new one
 * begins there: open at once for a follow-up or when a bed is given, otherwise on the waiting list with high priority.
 *
 * @param bed a free bed of the other unit; only somebody who works there can give one
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
