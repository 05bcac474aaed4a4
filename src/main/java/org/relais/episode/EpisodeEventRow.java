package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeEventId;
import org.relais.shared.EpisodeId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One act in the life of an episode.
 *
 * @param by null when a background task did it
 * @param note as typed; null for a reader of the summary
 */
public record EpisodeEventRow(
        EpisodeEventId id,
        EpisodeId episode,
        EpisodeAct act,
        Instant at,
        @Nullable StaffId by,
        UnitId unit,
        @Nullable BedId bed,
        @Nullable Priority priority,
        @Nullable EndReason endReason,
        @Nullable Destination destination,
        @Nullable String note) {}
