package org.relais.detox;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LocalText;

/**
 * Something that happened to a person in a shift and that the next one is told.
 *
 * @param what the name of a drug or the code of an instrument; empty where the name says it
 * @param name of the rule that raised an alarm; null otherwise
 */
public record HandOverEvent(
        Instant at, Kind kind, String what, @Nullable LocalText name) {

    /** What happened. */
    public enum Kind {
        ORDERED,
        STOPPED,
        DOSE_REFUSED,
        DOSE_HELD,
        DOSE_MISSED,
        ALARM,
        OBSERVATION_MISSED,
        OBSERVATION_REFUSED,
        ASLEEP;

        /** The key of its sentence in the bundles. */
        public String key() {
            return "detox.hand-over.event." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
