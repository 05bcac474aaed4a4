package org.relais.privacy;

import java.util.Locale;
import java.util.Set;

import org.relais.access.SharingConsents;

/** Which texts of the bundles go with a consent: what the person agrees to, and what goes with each disclosure. */
public final class ConsentTexts {

    /** The key of the text a person agrees to now. */
    public static final String AGREED = "privacy.consent.text." + SharingConsents.TEXT_VERSION;

    // A country that wants words of its own; the others have the general ones
    private static final Set<String> PROFILES = Set.of("FR", "SE");

    private ConsentTexts() {}

    /** The key of the text that goes with each disclosure, by the country profile of a centre. */
    public static String redisclosure(String profile) {
        var known = PROFILES.contains(profile) ? profile : "default";
        return "privacy.redisclosure." + known.toLowerCase(Locale.ROOT);
    }
}
