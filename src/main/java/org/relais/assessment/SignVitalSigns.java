package org.relais.assessment;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;

/**
 * Signs a set of vital signs, scored with NEWS2 when all its parameters were measured.
 *
 * @param id given by the screen when the form is opened; signing it again gives the same entry
 * @param confirmed the signs whose unusual value was confirmed at the screen
 * @param comment up to 20,000 characters
 * @param occurredAt when they were taken; not in the future
 * @param centre where they were taken; one in which the author takes part in the person's care
 */
public record SignVitalSigns(
        AssessmentId id,
        VitalSigns signs,
        Set<VitalSign> confirmed,
        @Nullable String comment,
        Instant occurredAt,
        CentreId centre,
        @Nullable Correction correction,
        @Nullable SignedDraft draft) {

    public SignVitalSigns {
        confirmed = Set.copyOf(confirmed);
    }
}
