package org.relais.plan;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a review begins from.
 *
 * @param last the review before; null for none, or when it may not be read
 * @param lastNumber of the review before, 0 for none: to be sent back with the new one
 * @param since when that one was gathered; null for the beginning of the plan
 * @param gatheredAt now
 * @param goals the open ones, and those that ended since
 */
public record ReviewBasis(
        @Nullable ReviewRow last, int lastNumber, @Nullable Instant since, Instant gatheredAt, List<ReviewGoal> goals) {

    public ReviewBasis {
        goals = List.copyOf(goals);
    }
}
