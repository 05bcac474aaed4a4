package org.relais.medication;

import java.time.Instant;

import org.relais.shared.PersonId;

/** Somebody looks how it was after a dose given as needed. */
public record DueRecheck(PersonId person, Administration dose, Instant dueAt) {}
