package org.relais.demand;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DemandAnswerId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One version of an answer. Never changed: what was wrong has a later version.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param code the answer; null where it is an age
 * @param years the age; null where it is a code
 * @param rule the version of the {@link DemandRule} whose code it is
 */
public record IntakeAnswer(
        DemandAnswerId id,
        EpisodeId episode,
        DemandItem item,
        int version,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable String code,
        @Nullable Integer years,
        int rule,
        Instant recordedAt,
        StaffId recordedBy) {

    boolean says(@Nullable String otherCode, @Nullable Integer otherYears) {
        return Objects.equals(code, otherCode) && Objects.equals(years, otherYears);
    }
}
