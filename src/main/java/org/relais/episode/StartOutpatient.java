package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/**
 * Begins a follow-up by a unit where nobody stays overnight.
 *
 * @param episode the enquiry or the waiting it follows; null begins a new episode
 * @param expectedVersion the version of that episode; 0 for a new one
 * @param at when; null: now
 */
public record StartOutpatient(
        @Nullable EpisodeId episode,
        long expectedVersion,
        UnitId unit,
        @Nullable Instant at) {}
