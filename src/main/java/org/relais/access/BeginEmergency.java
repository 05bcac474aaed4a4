package org.relais.access;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;

/**
 * Asks for emergency access to one record.
 *
 * @param id given by the caller: the same click sent twice begins it once
 * @param reason one of those of the rule; null while none was chosen, which is refused
 * @param explanation what is happening, in the words of who asks; at least as long as the rule says, at most 1,000
 *     characters
 * @param minutes one of the durations of the rule
 */
public record BeginEmergency(
        EmergencyId id, PersonId person, @Nullable EmergencyReason reason, String explanation, int minutes) {}
