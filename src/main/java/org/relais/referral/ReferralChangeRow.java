package org.relais.referral;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/** How a referral stood at one time. */
public record ReferralChangeRow(
        int version,
        ReferralState state,
        LocalDate on,
        @Nullable String outcome,
        @Nullable LocalDate awaitedOn,
        @Nullable Instant appointmentAt,
        Instant at,
        StaffId by) {}
