package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.UnitId;

/**
 * Notes that somebody asked for a place or a follow-up.
 *
 * @param unit the unit asked
 * @param note what was asked, in one line
 * @param at when; null: now
 */
public record OpenEnquiry(
        UnitId unit, @Nullable String note, @Nullable Instant at) {}
