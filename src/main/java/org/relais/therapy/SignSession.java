package org.relais.therapy;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DraftId;

/**
 * Signs a session with its progress note. The process note is no part of it and is given beside it.
 *
 * @param start when it began or was to begin; not in the future unless it was called off
 * @param minutes 1 to 480; needed when the session was held
 * @param approach needed when the session was held
 * @param mode {@link Mode#TELEPHONE} when the attendance is by phone
 * @param nextOn the day of the next one in the centre's calendar; not before this one
 * @param title one line, up to 200 characters, which colleagues who read a summary see; may be left out
 * @param note for the team, up to 20,000 characters; needed when the session was held
 * @param centre where it is written; one in which the author takes part in the person's care
 * @param draft the draft it comes from; signing it again gives the same entry
 */
public record SignSession(
        Attendance attendance,
        Mode mode,
        @Nullable Approach approach,
        Instant start,
        @Nullable Integer minutes,
        @Nullable LocalDate nextOn,
        @Nullable String title,
        @Nullable String note,
        CentreId centre,
        DraftId draft,
        long expectedDraftVersion) {}
