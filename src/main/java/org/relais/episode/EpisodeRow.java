package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/**
 * One episode, already cut to what the reader may see: what is not theirs is null.
 *
 * @param version to send back with the next act
 * @param since when the present state began; for a closed episode, when it opened
 * @param day of the stay or follow-up in service days of the centre, 1 on the first; 0 unless open
 * @param bed the bed occupied now
 * @param reason why the waiting has its priority
 * @param level FULL; SUMMARY without bed, reasons and destination; EXISTENCE without the unit too, for an episode of
 *     another centre that the person has not agreed to share
 */
public record EpisodeRow(
        EpisodeId id,
        long version,
        CentreId centre,
        @Nullable UnitId unit,
        EpisodeKind kind,
        EpisodeState state,
        Instant since,
        int day,
        @Nullable BedId bed,
        @Nullable Priority priority,
        @Nullable String reason,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        @Nullable Destination destination,
        EntryLevel level) {}
