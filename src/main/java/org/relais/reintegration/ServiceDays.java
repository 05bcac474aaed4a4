package org.relais.reintegration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.shared.CentreId;

/** Which day it is in a centre, and when a due day ends. */
@Component
class ServiceDays {

    private final Centres centres;
    private final Clock clock;

    ServiceDays(Centres centres, Clock clock) {
        this.centres = centres;
        this.clock = clock;
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    /** Service days until a day: 0 today, negative when it has passed. */
    int until(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().daysUntil(day, clock.instant());
    }

    /** Service days that have gone by since an instant: 0 when it is of today. */
    int since(CentreId centre, Instant instant) {
        var day = centres.centre(centre).serviceDay();
        return -day.daysUntil(day.of(instant), clock.instant());
    }

    /** Days from one service day to another. */
    static int between(LocalDate from, LocalDate until) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
    }

    /** The last second of the service day: what is due on a day is late when it is over. */
    Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }
}
