package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * A treatment, from its first day to its last: what is left of an episode when it is counted.
 *
 * @param person the surviving record where two became one
 * @param endedAt null while it goes on
 */
public record TreatmentRow(
        EpisodeId episode,
        PersonId person,
        CentreId centre,
        UnitId unit,
        EpisodeKind kind,
        Instant openedAt,
        @Nullable Instant endedAt) {}
