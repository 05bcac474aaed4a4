package org.relais.reintegration;

import java.time.LocalDate;

import org.relais.shared.StepId;

/** A place in a list by due day: rows after it are due later, or on the same day with a greater id. */
public record StepCursor(LocalDate dueOn, StepId id) {}
