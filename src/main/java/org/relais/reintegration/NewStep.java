package org.relais.reintegration;

import java.time.LocalDate;

import org.relais.shared.CentreId;
import org.relais.shared.StepId;

/** A step whose every field was checked. */
record NewStep(StepId id, CentreId centre, StepDomain domain, String title, LocalDate dueOn, Responsible responsible) {}
