package org.relais.plan;

import org.jspecify.annotations.Nullable;

import org.relais.shared.GoalId;

/**
 * What a review says of one goal.
 *
 * @param statement as it stood then
 * @param state where the review left it
 * @param summary as it was signed; null when nothing was said
 */
public record ReviewedGoal(
        GoalId goal,
        String statement,
        GoalState before,
        GoalState state,
        @Nullable String summary) {}
