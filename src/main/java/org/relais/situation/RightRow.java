package org.relais.situation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.SocialRightId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A right or benefit as it stands.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param currency of its amount
 * @param daysLeft service days until the day that counts, 0 today, negative when it has passed; null without one
 * @param version counts up from 1
 */
public record RightRow(
        SocialRightId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        String kind,
        @Nullable String words,
        RightStanding standing,
        String currency,
        @Nullable Integer daysLeft,
        int version,
        Instant changedAt,
        StaffId changedBy,
        StaffId createdBy) {

    public RightStatus status() {
        return standing.status();
    }

    /** Whether it was granted and its last day has passed. */
    public boolean lapsed() {
        return status() == RightStatus.GRANTED && daysLeft != null && daysLeft < 0;
    }

    /** The place in a list by due day, to read on from; only for those with a day that counts. */
    public RightCursor cursor() {
        return new RightCursor(java.util.Objects.requireNonNull(standing.dueOn()), id);
    }
}
