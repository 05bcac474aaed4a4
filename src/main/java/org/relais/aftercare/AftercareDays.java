package org.relais.aftercare;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.centre.WorkingDays;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/** Which day it is in a centre, and when a day begins and ends. */
@Component
class AftercareDays {

    private final Centres centres;
    private final WorkingDays working;
    private final Clock clock;

    AftercareDays(Centres centres, WorkingDays working, Clock clock) {
        this.centres = centres;
        this.working = working;
        this.clock = clock;
    }

    LocalDate today(CentreId centre) {
        return day(centre, clock.instant());
    }

    LocalDate day(CentreId centre, Instant at) {
        return centres.centre(centre).serviceDay().of(at);
    }

    /** Service days until a day: 0 today, negative when it has passed. */
    int until(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().daysUntil(day, clock.instant());
    }

    /** The last second of the service day. */
    Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }

    /** When something happened of which only the day is known: within it, and not ahead. */
    Instant within(CentreId centre, LocalDate day) {
        var now = clock.instant();
        var end = endOf(centre, day);
        return end.isBefore(now) ? end : now;
    }

    /** The working day of the centre's country that is so many after today. */
    LocalDate workingDay(CentreId centre, int days) {
        return working.after(centres.centre(centre), clock.instant(), days);
    }

    /** Whether the unit is one of the centre's. */
    boolean belongs(UnitId unit, CentreId centre) {
        return centres.centre(centre).unit(unit).isPresent();
    }
}
