package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/**
 * How an action stood from one change on.
 *
 * @param owner null: the person themselves
 */
public record ActionChangeRow(
        int version,
        GoalStepState state,
        LocalDate dueOn,
        @Nullable StaffId owner,
        @Nullable String reason,
        Instant changedAt,
        StaffId changedBy) {}
