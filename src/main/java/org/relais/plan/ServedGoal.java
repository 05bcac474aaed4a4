package org.relais.plan;

import org.relais.shared.GoalId;

/**
 * A goal that an act served, as it stands beside the act.
 *
 * @param number its place among the person's goals
 * @param statement in the person's words
 */
public record ServedGoal(GoalId goal, int number, String statement) {}
