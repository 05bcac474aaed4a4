package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * What became of one dose.
 *
 * @param dose null unless given
 * @param orderedDose what the order or its proposal said; null when it said nothing
 * @param slot the scheduled dose it answers; null for one that has no time
 * @param reason why it was not given; null when it was
 * @param words why, in words; also why the dose differs from the order
 * @param sedation as seen when it was given, where the order asks for it
 * @param form the scale that justified it
 * @param observedAt when it was given or not
 * @param recordedAt when that was entered
 * @param corrects the row it corrects
 * @param corrected whether a later row stands in its place
 * @param recheck how it was afterwards; null when nobody looked yet
 */
public record Administration(
        AdministrationId id,
        OrderId order,
        OrderId course,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        OrderedDrug drug,
        OrderKind kind,
        Outcome outcome,
        @Nullable BigDecimal dose,
        @Nullable BigDecimal orderedDose,
        @Nullable SlotName slot,
        @Nullable NotGivenReason reason,
        @Nullable String words,
        @Nullable Integer sedation,
        @Nullable AssessmentId form,
        Instant observedAt,
        Instant recordedAt,
        StaffId recordedBy,
        @Nullable AdministrationId corrects,
        boolean corrected,
        EntryId entry,
        @Nullable Recheck recheck) {

    /** How it was after the dose. */
    public record Recheck(Effect effect, @Nullable String remark, Instant observedAt, StaffId by) {}

    /** Whether it counts as what happened: no later row stands in its place, and it was not taken back. */
    public boolean counts() {
        return !corrected && outcome != Outcome.ENTERED_IN_ERROR;
    }

    /** Whether a dose went into the person, as far as is known now. */
    public boolean given() {
        return counts() && outcome == Outcome.GIVEN;
    }
}
