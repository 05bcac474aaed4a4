package org.relais.oversight;

import org.jspecify.annotations.Nullable;

/**
 * Which unusual accesses are listed.
 *
 * @param state by what was said of them
 * @param card of one group; null for all
 */
public record FindingFilter(State state, @Nullable UnusualCard card) {

    /** By what was said of it. */
    public enum State {
        WAITING,
        TO_FOLLOW_UP,
        JUSTIFIED,
        ALL;

        /** The key of its word in the bundles. */
        public String key() {
            return "oversight.unusual.state."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
