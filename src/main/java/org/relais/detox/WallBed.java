package org.relais.detox;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.episode.BedCondition;
import org.relais.shared.Severity;

/**
 * What a corridor may read of one bed: nothing that names anybody, says what from they withdraw, or was typed.
 *
 * @param reservedAt for when it is kept; null while it is not
 * @param day of the withdrawal, 1 on the first; 0 without one
 * @param severity of the last score; null without one, and where the person locked it
 * @param band its word in the display's language; null as the severity is
 * @param due what is due first; null while nothing is
 * @param alarms how many are open
 */
public record WallBed(
        String label,
        boolean taken,
        BedCondition condition,
        @Nullable Instant reservedAt,
        int day,
        @Nullable Severity severity,
        @Nullable String band,
        @Nullable Due due,
        int alarms) {

    /**
     * What is due first.
     *
     * @param status the latest of all that are due
     */
    public record Due(Instant at, Duration grace, ObservationStatus status) {}

    public boolean late() {
        return due != null && due.status() == ObservationStatus.OVERDUE;
    }

    public boolean soon() {
        return due != null && due.status() == ObservationStatus.DUE;
    }
}
