package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.GoalId;

/**
 * A goal's next state.
 *
 * @param expectedVersion the version it was opened with
 * @param on the service day on which the person signed it, or on which it ended; null: today
 * @param evidence what shows it, up to 500 characters; needed where {@link GoalState#needsEvidence}
 */
public record MoveGoal(
        GoalId goal,
        int expectedVersion,
        GoalState state,
        @Nullable LocalDate on,
        @Nullable String evidence) {}
