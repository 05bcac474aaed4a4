package org.relais.aftercare;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FollowUpContactId;
import org.relais.shared.StaffId;

/**
 * What a person who was reached said, in one version.
 *
 * @param version 1, then one more with every correction
 * @param reason why it was corrected; null for the first one
 */
public record ResultRow(
        FollowUpContactId contact,
        int version,
        FollowUpForm form,
        @Nullable String reason,
        Instant recordedAt,
        StaffId recordedBy) {}
