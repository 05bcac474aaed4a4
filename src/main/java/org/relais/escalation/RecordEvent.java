package org.relais.escalation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.ClinicalEventId;

/**
 * Records something that happened and for which a rule asks.
 *
 * @param id given by the screen when the form is opened; recording it again records nothing
 * @param code as a rule in force names it; required
 * @param note up to 20,000 characters
 * @param occurredAt when it happened; not in the future
 * @param centre where; one in which the author takes part in the person's care
 */
public record RecordEvent(
        ClinicalEventId id, @Nullable String code, @Nullable String note, Instant occurredAt, CentreId centre) {}
