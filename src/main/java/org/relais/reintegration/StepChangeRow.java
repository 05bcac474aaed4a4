package org.relais.reintegration;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/**
 * What was said of a step at one time; never changed afterwards.
 *
 * @param awaitedSince the service day since which an answer from outside was awaited; null when none was
 * @param responsible who saw to it; null where that was not kept yet
 */
public record StepChangeRow(
        int version,
        StepStatus status,
        LocalDate dueOn,
        @Nullable String reason,
        @Nullable String partner,
        @Nullable LocalDate awaitedSince,
        @Nullable Responsible responsible,
        Instant changedAt,
        StaffId changedBy) {}
