package org.relais.access;

import java.time.Instant;

import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** That one record is read as part of another: which one, since when, by whom, and why. */
public record Merge(PersonId absorbed, PersonId surviving, Instant since, StaffId by, String reason) {}
