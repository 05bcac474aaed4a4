package org.relais.episode;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EpisodeId;

/**
 * Ends an episode, also an enquiry or a waiting that leads to nothing.
 *
 * @param destination required where {@link EndReason#needsDestination} says so
 * @param note in one line
 * @param at when; null: now
 * @param answers to the questions of other rooms, by {@link DischargeQuestion#code}
 */
public record Discharge(
        EpisodeId episode,
        long expectedVersion,
        EndReason reason,
        @Nullable Destination destination,
        @Nullable String note,
        @Nullable Instant at,
        Map<String, String> answers) {

    public Discharge {
        answers = Map.copyOf(answers);
    }

    /** With no question answered. */
    public Discharge(
            EpisodeId episode,
            long expectedVersion,
            EndReason reason,
            @Nullable Destination destination,
            @Nullable String note,
            @Nullable Instant at) {
        this(episode, expectedVersion, reason, destination, note, at, Map.of());
    }
}
