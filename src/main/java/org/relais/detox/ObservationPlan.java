package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How often one instrument is asked for in a withdrawal, after what was found so far.
 *
 * @param planned what the protocol asks
 * @param bands of the results since watching began, the oldest first; null for one that could not be scored
 * @param watchedFrom when watching began
 */
public record ObservationPlan(PlannedObservation planned, List<@Nullable String> bands, Instant watchedFrom) {

    /** How long until the next observation, were one made now with a result in this band. */
    public Duration after(String band, Instant now) {
        var all = new ArrayList<@Nullable String>(bands);
        all.add(band);
        return planned.interval(all, Duration.between(watchedFrom, now));
    }
}
