package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One scheduled dose, named by day and time on the centre's clock. That name stays the same when the clocks change.
 *
 * @param at the moment that is
 * @param dose what the order says
 */
public record Slot(LocalDate day, LocalTime time, Instant at, BigDecimal dose) {

    public SlotName name() {
        return new SlotName(day, time);
    }
}
