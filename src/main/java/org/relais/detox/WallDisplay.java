package org.relais.detox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DisplayId;
import org.relais.shared.UnitId;

/**
 * One display on a wall.
 *
 * @param name where it hangs
 * @param codeUntil until when its code can be typed; null once it was
 * @param pairedAt when a device became this display; null before
 * @param seenAt when the device last looked; null before
 */
public record WallDisplay(
        DisplayId id,
        CentreId centre,
        UnitId unit,
        String name,
        String language,
        WallScheme scheme,
        @Nullable Instant codeUntil,
        @Nullable Instant pairedAt,
        @Nullable Instant seenAt) {}
