package org.relais.episode;

import java.util.Locale;

/** Where the person goes after a discharge. */
public enum Destination {
    HOME,
    WITH_FAMILY_OR_FRIENDS,
    OTHER_CENTRE,
    HOSPITAL,
    SUPPORTED_HOUSING,
    SHELTER,
    PRISON,
    STREET,
    UNKNOWN;

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.destination." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
