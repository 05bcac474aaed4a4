package org.relais.detox;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LatestResult;

/**
 * One observation of a withdrawal as it stands.
 *
 * @param instrument the code of the instrument; {@code NEWS2} for a set of vital signs
 * @param results the latest that count, newest first, since the withdrawal began
 */
public record ObservationNow(String instrument, ObservationCourse course, List<LatestResult> results) {

    public ObservationNow {
        results = List.copyOf(results);
    }

    /** The newest result; null without one. */
    public @Nullable LatestResult last() {
        return results.isEmpty() ? null : results.getFirst();
    }
}
