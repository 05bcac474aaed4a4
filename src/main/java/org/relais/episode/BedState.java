package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a bed stands, and for whom it is kept.
 *
 * @param version to send back with the next act on the bed
 * @param since since when; null for a bed with which nothing was done yet
 * @param reason why it is closed
 * @param until the day on which a closed bed should open again
 * @param reservation null while it is kept for nobody
 */
public record BedState(
        int version,
        BedCondition condition,
        @Nullable Instant since,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable BedReservation reservation) {

    /** Of a bed with which nothing was done yet. */
    static final BedState NEW = new BedState(0, BedCondition.READY, null, null, null, null);

    BedState with(@Nullable BedReservation changed) {
        return new BedState(version, condition, since, reason, until, changed);
    }
}
