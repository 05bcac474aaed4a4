package org.relais.record;

import java.time.Instant;

import org.relais.shared.EntryId;

/** A place in the timeline: rows before it are older, or of the same microsecond with a smaller id. */
public record Cursor(Instant occurredAt, EntryId id) {}
