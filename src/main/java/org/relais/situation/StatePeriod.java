package org.relais.situation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How long a state held or holds: from its first to its last day, both included.
 *
 * @param to the last day: as it was told, or the day before the next state begins; null while it goes on
 */
public record StatePeriod(
        StateRow state, LocalDate from, @Nullable LocalDate to) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether it begins only after a day. */
    public boolean after(LocalDate day) {
        return from.isAfter(day);
    }
}
