package org.relais.reintegration;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/** What was said of a step at one time; never changed afterwards. */
public record StepChangeRow(
        int version,
        StepStatus status,
        LocalDate dueOn,
        @Nullable String reason,
        Instant changedAt,
        StaffId changedBy) {}
