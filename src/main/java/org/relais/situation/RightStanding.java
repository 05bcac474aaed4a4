package org.relais.situation;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a right stands, as typed or as it is kept.
 *
 * @param since the service day on which it came to stand so; today where nothing is said
 * @param dueOn the day that counts: until when it is to be requested, an answer is expected or papers are to be given,
 *     until when an appeal can be made, or the last day of a granted one; null where none is known
 * @param from the first day of a granted one
 * @param amount of a month, of a granted one
 * @param note one line up to 200 characters
 */
public record RightStanding(
        RightStatus status,
        @Nullable LocalDate since,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate from,
        @Nullable BigDecimal amount,
        @Nullable String note) {

    /** A status with the day that counts. */
    public static RightStanding of(RightStatus status, @Nullable LocalDate dueOn) {
        return new RightStanding(status, null, dueOn, null, null, null);
    }

    /** Granted from a day, until a day where one is known. */
    public static RightStanding granted(LocalDate from, @Nullable LocalDate until, @Nullable BigDecimal amount) {
        return new RightStanding(RightStatus.GRANTED, null, until, from, amount, null);
    }
}
