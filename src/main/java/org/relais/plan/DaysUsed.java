package org.relais.plan;

import java.time.LocalDate;
import java.util.Optional;

import org.relais.access.Grant;

/** Contributed by a room that asks how many of the last 28 days somebody used, as a bean: the latest answer it has. */
public interface DaysUsed {

    /**
     * The latest answer that the grant shows; empty when none was given.
     *
     * @param plan a grant for the plan, or for the record
     */
    Optional<Known> latest(Grant plan);

    /**
     * An answer.
     *
     * @param days of use in 28
     * @param on the service day on which it was given
     */
    record Known(int days, LocalDate on) {}
}
