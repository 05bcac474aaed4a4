package org.relais.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.HistoryItemId;

/** An observation as given. See {@link ImportedObservation}. */
public record ObservationRow(
        HistoryItemId id,
        GivenCode code,
        @Nullable String category,
        @Nullable String status,
        @Nullable GivenTime effective,
        @Nullable GivenValue value,
        List<ImportedObservation.Part> parts,
        @Nullable String remark,
        Instant listedAt,
        Provenance provenance)
        implements HistoryRow {}
