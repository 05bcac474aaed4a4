package org.relais.detox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What was entered about a person since a moment, and so is news to whoever left then.
 *
 * @param scores how many observations were signed
 * @param given how many doses went into the person
 * @param notGiven how many were refused, held back or missed
 * @param alarms how many were raised
 * @param orders how many were signed or stopped
 * @param notObserved how many observations were missed or refused
 * @param events the earliest first
 */
public record HandOverChanges(
        Instant since,
        int scores,
        int given,
        int notGiven,
        int alarms,
        int orders,
        int notObserved,
        List<HandOverEvent> events) {

    public HandOverChanges {
        events = List.copyOf(events);
    }

    static HandOverChanges none(Instant since) {
        return new HandOverChanges(since, 0, 0, 0, 0, 0, 0, List.of());
    }

    static HandOverChanges of(Instant since, int scores, int given, int alarms, List<HandOverEvent> events) {
        return new HandOverChanges(
                since,
                scores,
                given,
                count(
                        events,
                        HandOverEvent.Kind.DOSE_REFUSED,
                        HandOverEvent.Kind.DOSE_HELD,
                        HandOverEvent.Kind.DOSE_MISSED),
                alarms,
                count(events, HandOverEvent.Kind.ORDERED, HandOverEvent.Kind.STOPPED),
                count(events, HandOverEvent.Kind.OBSERVATION_MISSED, HandOverEvent.Kind.OBSERVATION_REFUSED),
                events);
    }

    private static int count(List<HandOverEvent> events, HandOverEvent.Kind... kinds) {
        return Math.toIntExact(events.stream()
                .filter(event -> Arrays.asList(kinds).contains(event.kind()))
                .count());
    }
}
