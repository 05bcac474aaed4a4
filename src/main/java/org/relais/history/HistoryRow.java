package org.relais.history;

import java.time.Instant;

import org.relais.shared.HistoryItemId;

/** What every row of a history has. */
public sealed interface HistoryRow permits ProblemRow, MedicationRow, EncounterRow, ObservationRow {

    HistoryItemId id();

    GivenCode code();

    /** By what it is sorted: its own time where the source gives one, else the time of the import. */
    Instant listedAt();

    Provenance provenance();

    /** The place in the list, to read on from. */
    default HistoryCursor cursor() {
        return new HistoryCursor(listedAt(), id());
    }
}
