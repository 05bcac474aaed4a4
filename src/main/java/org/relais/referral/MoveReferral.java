package org.relais.referral;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PartnerReferralId;

/**
 * Says what became of a referral that was sent.
 *
 * @param expectedVersion the version on the screen
 * @param on the service day on which it happened; null: today
 * @param outcome why it was refused, or what came of it; up to 500 characters
 * @param awaitedOn the day until which the partner needs, when it said so
 * @param appointmentAt when the person is expected; required for an appointment
 */
public record MoveReferral(
        PartnerReferralId referral,
        int expectedVersion,
        ReferralState state,
        @Nullable LocalDate on,
        @Nullable String outcome,
        @Nullable LocalDate awaitedOn,
        @Nullable Instant appointmentAt) {

    /** A plain move, today. */
    public static MoveReferral to(PartnerReferralRow shown, ReferralState state, @Nullable String outcome) {
        return new MoveReferral(shown.id(), shown.version(), state, null, outcome, null, null);
    }

    /** An appointment, told today. */
    public static MoveReferral appointment(PartnerReferralRow shown, Instant at) {
        return new MoveReferral(shown.id(), shown.version(), ReferralState.APPOINTMENT, null, null, null, at);
    }
}
