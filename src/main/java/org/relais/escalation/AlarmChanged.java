package org.relais.escalation;

import java.util.UUID;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/** Something about an alarm is new; told within the transaction. */
record AlarmChanged(UUID news, PersonId person, CentreId centre) {}
