package org.relais.plan;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;

/** A goal whose every field was checked. */
record NewGoal(
        GoalId id,
        CentreId centre,
        GoalDomain domain,
        GoalText text,
        @Nullable GoalId reopens) {}
