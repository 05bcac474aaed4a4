package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/** How a goal stood from one change on. */
public record GoalChangeRow(
        int version,
        String statement,
        @Nullable String criterion,
        @Nullable LocalDate targetOn,
        StaffId owner,
        GoalState state,
        @Nullable String evidence,
        Instant changedAt,
        StaffId changedBy) {}
