package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where one observation stands at a moment, and how those before it went.
 *
 * @param past oldest first
 * @param dueAt when the current one is due
 * @param grace how long after it still counts as on time
 * @param interval after which it is missed and the next one opens
 * @param omittedInRow how many were missed or refused since the last that was made
 */
public record ObservationCourse(
        List<Slot> past, Instant dueAt, Duration grace, Duration interval, ObservationStatus status, int omittedInRow) {

    /**
     * An observation that is over.
     *
     * @param endedAt when it was made, refused or missed
     */
    public record Slot(Instant dueAt, Instant endedAt, SlotOutcome outcome) {}

    public ObservationCourse {
        past = List.copyOf(past);
    }
}
