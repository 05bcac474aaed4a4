package org.relais.assessment;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;

/**
 * Signs a filled-in instrument. With a comment it stands in the timeline as one detox monitoring note.
 *
 * @param id given by the screen when the form is opened; signing it again gives the same entry
 * @param instrument the code of the instrument, such as {@code CIWA_AR}
 * @param version the version of the instrument that was on the screen
 * @param profile the band profile; null for the instrument's default
 * @param values the value of each rated item by its code
 * @param notAssessable why it could not be used; null when it was. Values are then refused
 * @param acceptIncomplete whether open items are meant: otherwise the first one is refused
 * @param comment up to 20,000 characters
 * @param occurredAt when it was observed; not in the future
 * @param centre where it was observed; one in which the scorer takes part in the person's care
 * @param acceptEarly whether an early repetition is meant: otherwise one that the instrument warns of is refused
 */
public record SignInstrument(
        AssessmentId id,
        String instrument,
        int version,
        @Nullable String profile,
        Map<String, Integer> values,
        @Nullable Obstacle notAssessable,
        boolean acceptIncomplete,
        @Nullable String comment,
        Instant occurredAt,
        CentreId centre,
        @Nullable Correction correction,
        @Nullable SignedDraft draft,
        boolean acceptEarly) {

    /**
     * Why an instrument could not be used.
     *
     * @param reason the code of a reason that the instrument knows
     * @param detail one line in words; required by some reasons
     */
    public record Obstacle(String reason, @Nullable String detail) {}

    public SignInstrument {
        values = Map.copyOf(values);
    }

    /** Without accepting an early repetition. */
    public SignInstrument(
            AssessmentId id,
            String instrument,
            int version,
            @Nullable String profile,
            Map<String, Integer> values,
            @Nullable Obstacle notAssessable,
            boolean acceptIncomplete,
            @Nullable String comment,
            Instant occurredAt,
            CentreId centre,
            @Nullable Correction correction,
            @Nullable SignedDraft draft) {
        this(
                id,
                instrument,
                version,
                profile,
                values,
                notAssessable,
                acceptIncomplete,
                comment,
                occurredAt,
                centre,
                correction,
                draft,
                false);
    }
}
