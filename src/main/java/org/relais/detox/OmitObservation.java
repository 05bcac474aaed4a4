package org.relais.detox;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSigns;
import org.relais.shared.DetoxId;
import org.relais.shared.OmissionId;

/**
 * Tells why a due observation was not made.
 *
 * @param id given by the screen; telling it again changes nothing
 * @param instrument one that the protocol asks for
 * @param reason what the person said; required when they refused
 * @param signs what was measured while they slept: respiratory rate, saturation and consciousness are required then
 * @param confirmed the signs whose unusual value was confirmed at the screen
 * @param occurredAt null for now; not in the future, not before the withdrawal began
 */
public record OmitObservation(
        OmissionId id,
        DetoxId detox,
        String instrument,
        OmissionKind kind,
        @Nullable String reason,
        VitalSigns signs,
        Set<VitalSign> confirmed,
        @Nullable Instant occurredAt) {

    public OmitObservation {
        confirmed = Set.copyOf(confirmed);
    }

    /** With nothing unusual among the signs. */
    public OmitObservation(
            OmissionId id,
            DetoxId detox,
            String instrument,
            OmissionKind kind,
            @Nullable String reason,
            VitalSigns signs,
            @Nullable Instant occurredAt) {
        this(id, detox, instrument, kind, reason, signs, Set.of(), occurredAt);
    }
}
