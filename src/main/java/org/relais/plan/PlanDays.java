package org.relais.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.shared.CentreId;

/** Which day it is in a centre. */
@Component
class PlanDays {

    private final Centres centres;
    private final Clock clock;

    PlanDays(Centres centres, Clock clock) {
        this.centres = centres;
        this.clock = clock;
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    LocalDate dayOf(CentreId centre, Instant instant) {
        return centres.centre(centre).serviceDay().of(instant);
    }

    /** Service days until a day: 0 today, negative when it has passed. */
    int until(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().daysUntil(day, clock.instant());
    }

    /** The last second of a service day of the centre. */
    Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }

    /** Days from one day to another, negative when it lies before. */
    int between(LocalDate from, LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, day));
    }
}
