package org.relais.agenda;

import java.time.Instant;
import java.time.LocalDate;

/** Some time on a day of a centre. */
record Slot(LocalDate day, Instant startsAt, Instant endsAt) {

    boolean overlaps(Instant otherStart, Instant otherEnd) {
        return startsAt.isBefore(otherEnd) && otherStart.isBefore(endsAt);
    }
}
