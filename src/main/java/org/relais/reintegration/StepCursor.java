package org.relais.reintegration;

import java.time.Instant;

import org.relais.shared.StepId;

/**
 * A place in a caseload: rows after it are less late, or as late and moved later, or have a greater id.
 *
 * @param daysLate 0 when it is not
 */
public record StepCursor(int daysLate, Instant movedAt, StepId id) {}
