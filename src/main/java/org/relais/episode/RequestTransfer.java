package org.relais.episode;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EpisodeId;
import org.relais.shared.TransferId;
import org.relais.shared.UnitId;

/**
 * Asks another centre to go on with the care of a person, or to have them as a guest for some days. The same id twice
 * asks once.
 *
 * @param id given when the form is opened
 * @param expectedVersion of the episode
 * @param unit a unit of another centre
 * @param wishedOn today or later; of a guest, the first day
 * @param untilOn the last day of a guest, at most {@link Transfers#GUEST_DAYS} in all; null: for good
 * @param handOver what the other centre needs to know, up to {@link Transfers#HAND_OVER} characters; it reads this
 *     before it accepts
 */
public record RequestTransfer(
        TransferId id,
        EpisodeId episode,
        long expectedVersion,
        UnitId unit,
        @Nullable LocalDate wishedOn,
        @Nullable LocalDate untilOn,
        String handOver) {}
