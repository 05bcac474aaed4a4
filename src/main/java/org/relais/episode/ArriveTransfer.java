package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.TransferId;

/**
 * Carries out an accepted transfer: the person is there.
 *
 * @param expectedVersion of the transfer
 * @param bed a free bed of the ward; null: none yet
 * @param at when; null: now
 */
public record ArriveTransfer(
        TransferId transfer,
        long expectedVersion,
        @Nullable BedId bed,
        @Nullable Instant at) {}
