package org.relais.assessment;

import java.time.Instant;

import org.relais.shared.AssessmentId;

/** A place in the list of results: rows before it are older, or of the same microsecond with a smaller id. */
public record AssessmentCursor(Instant occurredAt, AssessmentId id) {}
