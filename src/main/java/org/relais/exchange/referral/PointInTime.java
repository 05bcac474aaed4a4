package org.relais.exchange.referral;

import java.time.Instant;

/**
 * A time as exact as the source knew it.
 *
 * @param at the instant; for a day, month or year its first instant in UTC, because no zone was given
 * @param precision how much of {@code at} the source said: never show more
 */
public record PointInTime(Instant at, Precision precision) {

    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        TIME
    }
}
