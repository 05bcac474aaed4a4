package org.relais.referral;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.access.ConsentPurpose;
import org.relais.directory.Need;
import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.UnitId;

/**
 * One referral in full, for those who may read the social section.
 *
 * @param recipientName what the recipient was called when it was written
 * @param dueOn the service day on which the next thing should be known; null when nothing is awaited
 * @param daysLeft service days until then, 0 today, negative when it is late; 0 when nothing is awaited
 */
public record PartnerReferralRow(
        PartnerReferralId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        Recipient recipient,
        String recipientName,
        String subject,
        Need need,
        ConsentPurpose purpose,
        @Nullable StepId step,
        @Nullable GoalId goal,
        ReferralState state,
        @Nullable String outcome,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate awaitedOn,
        @Nullable Instant appointmentAt,
        @Nullable LocalDate dueOn,
        int daysLeft,
        LocalDate sortOn,
        int version,
        Instant createdAt,
        StaffId createdBy,
        Instant changedAt,
        StaffId changedBy) {

    /** How many days late it is; 0 when it is not. */
    public int daysLate() {
        return dueOn != null && daysLeft < 0 ? -daysLeft : 0;
    }

    /** Whether the partner's answer is awaited. */
    public boolean answerAwaited() {
        return state == ReferralState.SENT || state == ReferralState.RECEIVED;
    }

    /** The place in a list, the most late first, to read on from. */
    public ReferralCursor cursor() {
        return new ReferralCursor(sortOn, id);
    }

    boolean concerns(StaffId staff) {
        return createdBy.equals(staff);
    }
}
