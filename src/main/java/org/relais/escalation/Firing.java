package org.relais.escalation;

import java.time.Instant;
import java.util.List;

import org.relais.shared.AssessmentId;

/** A rule that fires, for which form, and what it saw. */
record Firing(EscalationRule rule, AssessmentId form, Instant at, List<Reading> readings) {}
