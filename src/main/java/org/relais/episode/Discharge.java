package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EpisodeId;

/**
 * Ends an episode, also an enquiry or a waiting that leads to nothing.
 *
 * @param destination required where {@link EndReason#needsDestination} says so
 * @param note in one line
 * @param at when; null: now
 */
public record Discharge(
        EpisodeId episode,
        long expectedVersion,
        EndReason reason,
        @Nullable Destination destination,
        @Nullable String note,
        @Nullable Instant at) {}
