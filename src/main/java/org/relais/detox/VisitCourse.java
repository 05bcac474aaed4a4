package org.relais.detox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where the visits of a withdrawal stand at a moment.
 *
 * @param today null when nobody is expected today
 * @param missed the days that are over on which the person was expected and nothing was made, oldest first
 * @param next the next day after today on which the person is expected; null when none is near
 */
public record VisitCourse(
        @Nullable Expected today,
        List<LocalDate> missed,
        @Nullable LocalDate next) {

    /** Where the visit of a day stands. */
    public enum State {
        EXPECTED,
        NOT_COME,
        SEEN;

        /** The key of its word in the bundles. */
        public String key() {
            return "detox.visit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param at when the person is expected, or was seen first */
    public record Expected(Instant at, State state) {}

    public VisitCourse {
        missed = List.copyOf(missed);
    }
}
