package org.relais.detox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

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
 * @param occurredAt null for now; not in the future, not before the withdrawal began
 */
public record OmitObservation(
        OmissionId id,
        DetoxId detox,
        String instrument,
        OmissionKind kind,
        @Nullable String reason,
        VitalSigns signs,
        @Nullable Instant occurredAt) {}
