package org.relais.audit;

import java.time.Instant;
import java.util.UUID;

/** A place in the log, newest first: the last row that was read. */
public record LogCursor(Instant occurredAt, UUID id) {}
