package org.relais.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

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

    /** The instant at which a service day begins; a gap at the clock change moves it forward. */
    public Instant startOf(LocalDate day) {
        return day.atTime(cutOff).atZone(zone).toInstant();
    }
}
