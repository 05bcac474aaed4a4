package org.relais.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.HistoryItemId;

/** A problem as given. See {@link ImportedProblem}. */
public record ProblemRow(
        HistoryItemId id,
        GivenCode code,
        boolean active,
        @Nullable String clinicalStatus,
        @Nullable String verification,
        @Nullable String severity,
        @Nullable GivenTime onset,
        @Nullable String onsetText,
        @Nullable GivenTime abated,
        @Nullable GivenTime recorded,
        @Nullable String remark,
        Instant listedAt,
        Provenance provenance)
        implements HistoryRow {}
