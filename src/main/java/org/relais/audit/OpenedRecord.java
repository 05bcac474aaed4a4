package org.relais.audit;

import java.time.Instant;

import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** That a member of staff opened something of a record. */
public record OpenedRecord(StaffId actor, PersonId person, Instant at) {}
