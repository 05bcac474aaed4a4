package org.relais.detox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DetoxId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * One withdrawal as it stands.
 *
 * @param version to send back with the next act
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param protocolVersion the version it is led by
 * @param watchedFrom when watching began, or began again after a pause
 * @param day in service days of the centre, 1 on the first
 */
public record DetoxRow(
        DetoxId id,
        int version,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        DetoxSetting setting,
        List<Substance> substances,
        String protocol,
        int protocolVersion,
        DetoxState state,
        Instant startedAt,
        Instant watchedFrom,
        LocalDate plannedEnd,
        @Nullable Instant endedAt,
        @Nullable DetoxOutcome outcome,
        int day) {

    public DetoxRow {
        substances = List.copyOf(substances);
    }

    /** As it shows to whom the person locked it: that there is one, and nothing of what it is about. */
    DetoxRow concealed() {
        return new DetoxRow(
                id,
                version,
                person,
                centre,
                unit,
                setting,
                List.of(),
                "",
                0,
                state,
                startedAt,
                watchedFrom,
                plannedEnd,
                endedAt,
                outcome,
                day);
    }
}
