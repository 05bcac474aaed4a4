package org.relais.escalation;

import java.time.Instant;

import org.relais.shared.AssessmentId;

/** A result that counts: its total and when it was observed. */
record Totalled(AssessmentId form, int total, Instant at) {}
