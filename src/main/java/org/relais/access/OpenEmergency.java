package org.relais.access;

import java.time.Instant;

import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;

/** An emergency access of one's own that has not ended. */
public record OpenEmergency(EmergencyId id, PersonId person, Instant from, Instant until) {}
