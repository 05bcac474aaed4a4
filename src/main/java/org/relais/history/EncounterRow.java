package org.relais.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.HistoryItemId;

/** A contact or stay as given; its code is the type. See {@link ImportedEncounter}. */
public record EncounterRow(
        HistoryItemId id,
        GivenCode code,
        @Nullable String kind,
        @Nullable String status,
        @Nullable GivenTime start,
        @Nullable GivenTime end,
        @Nullable String place,
        @Nullable String reason,
        Instant listedAt,
        Provenance provenance)
        implements HistoryRow {}
