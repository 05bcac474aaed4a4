package org.relais.today;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.ServiceDay;

/** What day and hour it is in a centre. */
@Component
class Places {

    private static final ServiceDay NOWHERE = new ServiceDay(ZoneOffset.UTC, LocalTime.MIDNIGHT);

    private final Centres centres;
    private final Clock clock;

    Places(Centres centres, Clock clock) {
        this.centres = centres;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    ServiceDay day(CentreId centre) {
        return centres.centre(centre).serviceDay();
    }

    /** The service day in the first of the scope's centres by name. */
    LocalDate today(Scope scope) {
        return clock(scope).of(now());
    }

    /** How the first of the scope's centres by name tells time. */
    ServiceDay clock(Scope scope) {
        return centres.all().stream()
                .filter(centre -> scope.centres().contains(centre.id()))
                .findFirst()
                .map(Centre::serviceDay)
                .orElse(NOWHERE);
    }
}
