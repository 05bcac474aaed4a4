package org.relais.situation;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which rights of one's centres.
 *
 * @param kind only those of a kind; null for all
 */
public record RightsFilter(When when, @Nullable String kind) {

    /** All that have a day. */
    public static final RightsFilter ALL = new RightsFilter(When.ALL, null);

    /** By the day that counts. */
    public enum When {
        /** It has passed. */
        LATE,
        /** Within the first reminder. */
        SOON,
        ALL;

        /** The key of its word in the bundles. */
        public String key() {
            return "situation.rights.when." + name().toLowerCase(Locale.ROOT);
        }
    }
}
