package org.relais.situation;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One state as it was told. Never changed: what was wrong has a row that supersedes it.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param list the version of the {@link StateList} whose code it holds
 * @param code the answer; null for a row that only takes another one back
 * @param lasting whether the place was marked as one to stay in
 * @param from the day on which it began or will begin
 * @param to the last day as it was told; null while it goes on, or until the next state begins
 * @param note one line in the words of the worker
 * @param supersedes the row that was wrong
 * @param reason why
 * @param supersededBy the row that stands in its place; null while it holds
 */
public record StateRow(
        SituationStateId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        StateKind kind,
        int list,
        @Nullable String code,
        boolean lasting,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note,
        @Nullable SituationStateId supersedes,
        @Nullable String reason,
        @Nullable SituationStateId supersededBy,
        Instant recordedAt,
        StaffId recordedBy,
        EntryId entry) {

    /** Whether it tells how things stood: it was not replaced, and is not just the taking back of another. */
    public boolean holds() {
        return supersededBy == null && code != null;
    }
}
