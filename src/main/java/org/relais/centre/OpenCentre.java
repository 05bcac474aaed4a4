package org.relais.centre;

import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Opens a centre.
 *
 * @param dayCutOff the local time at which its service day begins
 * @param countryProfile {@code FR}, {@code SE} or {@code DEFAULT}
 */
public record OpenCentre(
        String code,
        String name,
        CentreKind kind,
        ZoneId zone,
        LocalTime dayCutOff,
        String countryProfile,
        @Nullable String telephone) {}
