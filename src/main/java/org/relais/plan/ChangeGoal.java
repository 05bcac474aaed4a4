package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.GoalId;
import org.relais.shared.StaffId;

/**
 * What a goal says from now on; what it said before is kept. The fields are as typed.
 *
 * @param expectedVersion the version it was opened with
 * @param statement in the person's words, one line of up to 200 characters
 * @param criterion up to 500 characters
 */
public record ChangeGoal(
        GoalId goal,
        int expectedVersion,
        @Nullable String statement,
        @Nullable String criterion,
        @Nullable LocalDate targetOn,
        @Nullable StaffId owner) {}
