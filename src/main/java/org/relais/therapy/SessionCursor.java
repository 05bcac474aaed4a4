package org.relais.therapy;

import java.time.Instant;

import org.relais.shared.SessionId;

/** A place in the list of sessions: rows before it began earlier, or at the same time with a smaller id. */
public record SessionCursor(Instant start, SessionId id) {}
