package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.ReviewId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One version of a review, as it was signed.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param number which review of the person it is, from 1; a correction keeps it
 * @param version from 1; the highest one holds
 * @param corrects the version it corrects; null for the first
 * @param reason why it was corrected
 * @param coversFrom what happened since then is in it; null: since the beginning
 * @param gatheredAt until when what happened is in it
 * @param words of the person
 * @param nextOn the service day of the next review
 */
public record ReviewRow(
        ReviewId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        int number,
        int version,
        @Nullable ReviewId corrects,
        @Nullable String reason,
        LocalDate heldOn,
        @Nullable Instant coversFrom,
        Instant gatheredAt,
        @Nullable String words,
        @Nullable LocalDate nextOn,
        List<ReviewedGoal> goals,
        List<ReviewMember> members,
        EntryId entry,
        Instant signedAt,
        StaffId signedBy) {

    public ReviewRow {
        goals = List.copyOf(goals);
        members = List.copyOf(members);
    }

    ReviewRow as(EntryId written) {
        return new ReviewRow(
                id,
                person,
                centre,
                unit,
                number,
                version,
                corrects,
                reason,
                heldOn,
                coversFrom,
                gatheredAt,
                words,
                nextOn,
                goals,
                members,
                written,
                signedAt,
                signedBy);
    }
}
