package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.DecisionId;
import org.relais.shared.StaffId;

/**
 * Something decided for a person.
 *
 * @param title one line
 * @param owner who sees to it; never null once signed
 * @param dueOn a service day of the centre; never null once signed
 * @param doneAt null while it is open
 */
public record MeetingDecision(
        DecisionId id,
        String title,
        @Nullable StaffId owner,
        @Nullable LocalDate dueOn,
        @Nullable Instant doneAt) {}
