package org.relais.aftercare;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.FollowUpContactId;
import org.relais.shared.StaffId;

/** One attempt to reach the person. */
public record AttemptRow(
        FollowUpAttemptId id,
        FollowUpContactId contact,
        LocalDate day,
        AttemptForm form,
        AttemptOutcome outcome,
        @Nullable String note,
        Instant recordedAt,
        StaffId recordedBy) {}
