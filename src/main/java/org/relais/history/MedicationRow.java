package org.relais.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.HistoryItemId;

/** A medication as given. See {@link ImportedMedication}. */
public record MedicationRow(
        HistoryItemId id,
        GivenCode code,
        ImportedMedication.Kind kind,
        @Nullable String status,
        @Nullable String dosage,
        @Nullable GivenTime authored,
        @Nullable String requester,
        @Nullable String reason,
        @Nullable String remark,
        Instant listedAt,
        Provenance provenance)
        implements HistoryRow {}
