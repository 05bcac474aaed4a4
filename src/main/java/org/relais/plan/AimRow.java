package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AimId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * What the person said of their use and chose to aim at, at one time; never changed afterwards.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param version from 1
 * @param words the person's own
 * @param stageOn the service day on which the stage was seen; null without a stage
 */
public record AimRow(
        AimId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        int version,
        String words,
        UseAim aim,
        UseTarget target,
        @Nullable ChangeStage stage,
        @Nullable LocalDate stageOn,
        @Nullable Integer importance,
        @Nullable Integer confidence,
        Instant writtenAt,
        StaffId writtenBy) {}
