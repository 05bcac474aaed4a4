package org.relais.person;

import java.time.Instant;

import org.relais.shared.StaffId;

/** A record that is read as part of another one: whose, since when, by whom, and why. */
public record AbsorbedRecord(PersonName name, Instant since, StaffId by, String reason) {}
