package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.TrackId;

/**
 * Begins a project of reintegration, as typed. The same id twice begins one.
 *
 * @param centre one in which the author takes part in the person's care
 * @param since the service day of the first need or goal, from which the days are counted; not ahead, not over ten years
 *     back
 */
public record OpenTrack(
        TrackId id,
        CentreId centre,
        @Nullable TrackKind kind,
        @Nullable LocalDate since) {}
