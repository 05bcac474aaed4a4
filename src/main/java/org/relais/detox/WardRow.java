package org.relais.detox;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.episode.BedRow;
import org.relais.escalation.Alarm;

/**
 * One bed of a ward board.
 *
 * @param detox the live withdrawal of who is in the bed; null without one
 * @param observations where each observation stands, the leading one first; empty while nothing is watched
 * @param alarms those open, the first due first
 * @param withheld whether the person locked what is written of them: only when something is due may show
 */
public record WardRow(BedRow bed, @Nullable DetoxRow detox, List<ObservationNow> observations, List<Alarm> alarms, boolean withheld) {

    public WardRow {
        observations = List.copyOf(observations);
        alarms = List.copyOf(alarms);
    }

    /** The observation that is due first; null while nothing is watched. */
    public @Nullable ObservationNow next() {
        return observations.stream()
                .min(Comparator.comparing(one -> one.course().dueAt()))
                .orElse(null);
    }

    /** The observation whose score stands for the withdrawal; null while nothing is watched. */
    public @Nullable ObservationNow leading() {
        return observations.isEmpty() ? null : observations.getFirst();
    }

    /** Whether an observation of this person is in the state. */
    public boolean any(ObservationStatus status) {
        return observations.stream().anyMatch(one -> one.course().status() == status);
    }
}
