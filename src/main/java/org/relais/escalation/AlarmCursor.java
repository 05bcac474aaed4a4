package org.relais.escalation;

import java.time.Instant;

import org.relais.shared.AlarmId;

/** A place in the list of a person's alarms: those before it were raised earlier. */
public record AlarmCursor(Instant raisedAt, AlarmId id) {}
