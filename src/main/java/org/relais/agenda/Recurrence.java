package org.relais.agenda;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An appointment that comes again on the same day of the week at the same local time. Exactly one of the two ends is
 * there.
 *
 * @param everyWeeks 1 for every week
 * @param until the last day it can fall on
 * @param times how many there are; days on which the centre is closed are left out and not counted
 */
public record Recurrence(
        int everyWeeks, @Nullable LocalDate until, @Nullable Integer times) {

    /** So many times. */
    public static Recurrence times(int everyWeeks, int times) {
        return new Recurrence(everyWeeks, null, times);
    }

    /** Until a day. */
    public static Recurrence until(int everyWeeks, LocalDate day) {
        return new Recurrence(everyWeeks, day, null);
    }
}
