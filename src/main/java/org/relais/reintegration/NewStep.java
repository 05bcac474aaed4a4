package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.StepId;

/** A step whose every field was checked. */
record NewStep(
        StepId id,
        CentreId centre,
        StepDomain domain,
        String title,
        LocalDate dueOn,
        Responsible responsible,
        @Nullable GoalId goal,
        @Nullable String partner) {}
