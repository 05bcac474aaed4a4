package org.relais.escalation;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;

/**
 * Tells a condition that another room found and for which a rule asks.
 *
 * @param condition as the rules name it, such as {@code OBSERVATIONS_MISSED}
 * @param cause what it comes from, such as the last observation that was missed: told again, it raises nothing again
 * @param occurredAt when it came about; not in the future
 */
public record RaiseAlarm(PersonId person, CentreId centre, String condition, Id cause, Instant occurredAt) {}
