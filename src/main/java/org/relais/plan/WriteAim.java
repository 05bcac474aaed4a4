package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AimId;
import org.relais.shared.CentreId;

/**
 * What the person says of their use and aims at, from now on. The fields are as typed and are checked by
 * {@link Aims#write}.
 *
 * @param id given before, so that a double click writes it once
 * @param expectedVersion the version it was opened with; 0 when there was none
 * @param centre for which is written
 * @param words the person's own, up to 500 characters
 * @param target kept for a reduction only, which needs one
 * @param stageOn the service day on which the stage was seen; null: today
 * @param importance 0 to 10, as the person sees it
 * @param confidence 0 to 10, as the person sees it
 */
public record WriteAim(
        AimId id,
        int expectedVersion,
        CentreId centre,
        @Nullable String words,
        @Nullable UseAim aim,
        UseTarget target,
        @Nullable ChangeStage stage,
        @Nullable LocalDate stageOn,
        @Nullable Integer importance,
        @Nullable Integer confidence) {}
