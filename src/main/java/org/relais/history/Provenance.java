package org.relais.history;

import java.time.Instant;

import org.relais.shared.CentreId;

/** Where a fact came from: the system, when it was taken in, and by which centre. */
public record Provenance(String system, Instant importedAt, CentreId centre) {}
