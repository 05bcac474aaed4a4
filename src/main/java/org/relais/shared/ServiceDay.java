package org.relais.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How a centre turns an instant into its working date: its time zone and the time at which its day begins. The
 * database never derives a day.
 *
 * @param zone the centre's time zone
 * @param cutOff the local time at which a new service day begins; midnight for most centres
 */
public record ServiceDay(ZoneId zone, LocalTime cutOff) {

    /** The service day an instant belongs to. */
    public LocalDate of(Instant instant) {
        var local = instant.atZone(zone);
        return local.toLocalTime().isBefore(cutOff) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    /** Service days from an instant until a day: 0 on that day, negative when it has passed. */
    public int daysUntil(LocalDate day, Instant now) {
        return Math.toIntExact(ChronoUnit.DAYS.between(of(now), day));
    }

    /** The last second of a service day: what is due on a day is late when it is over. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusSeconds(1);
    }

    /** The instant at which a service day begins; a gap at the clock change moves it forward. */
    public Instant startOf(LocalDate day) {
        return day.atTime(cutOff).atZone(zone).toInstant();
    }
}
