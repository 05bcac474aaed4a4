package org.relais.history;

import java.time.Instant;

/**
 * A time as exact as the source knew it.
 *
 * @param at the instant; for a day, month or year its first instant in UTC, because no zone was given
 * @param precision how much of it the source said: never show more
 */
public record GivenTime(Instant at, Precision precision) {

    /** How much of a time is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        TIME
    }
}
