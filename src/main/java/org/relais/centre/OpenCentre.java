package org.relais.centre;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Opens a centre.
 *
 * @param code short and final, letters, digits and hyphens: it is typed on command lines and names the centre in files
 * @param dayCutOff the local time at which its service day begins
 * @param countryProfile one of {@link #COUNTRY_PROFILES}
 */
public record OpenCentre(
        String code,
        String name,
        CentreKind kind,
        ZoneId zone,
        LocalTime dayCutOff,
        String countryProfile,
        @Nullable String telephone) {

    /** The sets of country rules there are; {@code DEFAULT} is for every other country. */
    public static final List<String> COUNTRY_PROFILES = List.of("FR", "SE", "DEFAULT");

    /** The key of a country profile's word in the bundles. */
    public static String key(String countryProfile) {
        return "centre.country." + countryProfile.toLowerCase(java.util.Locale.ROOT);
    }
}
