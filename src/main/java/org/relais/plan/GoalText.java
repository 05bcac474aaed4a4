package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/** What a goal says, checked. */
record GoalText(
        String statement,
        @Nullable String criterion,
        @Nullable LocalDate targetOn,
        StaffId owner) {}
