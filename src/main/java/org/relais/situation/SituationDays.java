package org.relais.situation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.WorkingDays;
import org.relais.shared.CentreId;

/** Which day it is in a centre, and when a due day ends. */
@Component
class SituationDays {

    private final Centres centres;
    private final WorkingDays workingDays;
    private final Clock clock;

    SituationDays(Centres centres, WorkingDays workingDays, Clock clock) {
        this.centres = centres;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    Centre centre(CentreId id) {
        return centres.centre(id);
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    /** Service days until a day: 0 today, negative when it has passed. */
    int until(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().daysUntil(day, clock.instant());
    }

    LocalDate workingDayAfter(CentreId centre, Instant moment, int days) {
        return workingDays.after(centres.centre(centre), moment, days);
    }

    /** The last second of the service day: what is due on a day is late when it is over. */
    Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }
}
