package org.relais.history;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.HistoryItemId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One version of a person's substance profile.
 *
 * @param centre whose version it is
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param version counts up from 1 in each centre; to send back with the next one
 * @param list the version of the {@link SubstanceList} whose codes it holds
 */
public record SubstanceProfile(
        HistoryItemId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        int version,
        int list,
        SubstanceAnswers answers,
        Instant recordedAt,
        StaffId recordedBy) {

    /** The substances that are known, the primary one first, in codes of the list. */
    public List<String> substances(SubstanceList codes) {
        var primary = answers.primary();
        return Stream.concat(Stream.ofNullable(primary), answers.secondary().stream())
                .filter(code -> !codes.alone(code))
                .toList();
    }
}
