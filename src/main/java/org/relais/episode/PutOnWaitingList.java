package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/**
 * Puts on the waiting list of a unit, or changes the priority there.
 *
 * @param episode the enquiry or the waiting it follows; null begins a new episode
 * @param expectedVersion the version of that episode; 0 for a new one
 * @param reason why this priority, in one line; required unless it is normal
 * @param at when; null: now
 */
public record PutOnWaitingList(
        @Nullable EpisodeId episode,
        long expectedVersion,
        UnitId unit,
        Priority priority,
        @Nullable String reason,
        @Nullable Instant at) {}
