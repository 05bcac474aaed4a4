package org.relais.situation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.SituationStateId;

/**
 * Puts a new row in the place of a state that was told wrongly; the old one stays readable.
 *
 * @param id of the new row, given by the form; sending it again changes nothing
 * @param wrong the state that was told wrongly
 * @param code what it should have been; null to take it back without anything in its place
 * @param reason required, up to 500 characters
 */
public record CorrectState(
        SituationStateId id,
        SituationStateId wrong,
        @Nullable String code,
        boolean lasting,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note,
        @Nullable String reason) {

    /** Takes it back. */
    public static CorrectState takeBack(SituationStateId wrong, @Nullable String reason) {
        return new CorrectState(SituationStateId.create(), wrong, null, false, null, null, null, reason);
    }
}
