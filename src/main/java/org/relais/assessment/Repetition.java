package org.relais.assessment;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How often an instrument is repeated.
 *
 * @param warnBeforeDays a repetition earlier than this asks to be confirmed; null where none does
 * @param text when to use it, in words
 */
public record Repetition(@Nullable Integer warnBeforeDays, LocalText text) {

    /** The code that a form carries which was repeated early and confirmed. */
    public static final String EARLY = "EARLY_REPEAT";

    public Repetition {
        Must.hold(warnBeforeDays == null || warnBeforeDays > 0, "A repetition warns before no day");
        Must.bePresent(text, "text of the repetition");
    }

    /** Whether a form filled in at this moment comes early after another one. */
    public boolean early(Instant last, Instant at) {
        return warnBeforeDays != null && Duration.between(last, at).compareTo(Duration.ofDays(warnBeforeDays)) < 0;
    }
}
