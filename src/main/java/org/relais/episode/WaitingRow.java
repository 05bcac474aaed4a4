package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * One person on a waiting list.
 *
 * @param since since when they wait
 * @param days how many full days that is
 */
public record WaitingRow(
        EpisodeId id,
        long version,
        PersonId person,
        CentreId centre,
        UnitId unit,
        EpisodeKind kind,
        Priority priority,
        @Nullable String reason,
        Instant since,
        long days) {}
