package org.relais.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;
import org.relais.shared.ReportRequestId;
import org.relais.shared.StaffId;

/**
 * A person's request to know who read their record.
 *
 * @param answered null while it waits
 */
public record ReportRequest(
        ReportRequestId id,
        PersonId person,
        LocalDate receivedOn,
        LocalDate dueOn,
        ReportLanguage language,
        Handover handover,
        Instant enteredAt,
        StaffId enteredBy,
        @Nullable Answered answered) {

    public boolean late(LocalDate today) {
        return answered == null && today.isAfter(dueOn);
    }

    /** How much of the time to answer is over, from 0 to 1. */
    public double elapsed(LocalDate today) {
        var whole = Math.max(1, ChronoUnit.DAYS.between(receivedOn, dueOn));
        return Math.clamp((double) ChronoUnit.DAYS.between(receivedOn, today) / whole, 0, 1);
    }

    /**
     * That it was answered.
     *
     * @param hash SHA-256 of the file that was given
     */
    public record Answered(Instant at, StaffId by, String hash) {}
}
