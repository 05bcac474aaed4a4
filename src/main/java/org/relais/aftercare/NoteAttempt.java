package org.relais.aftercare;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.FollowUpContactId;

/**
 * Somebody tried to reach the person, as typed. The same id twice notes it once.
 *
 * @param id given when the form is opened
 * @param day a service day of the centre: not ahead, and not before the window
 * @param answers for a person who was reached; ignored otherwise
 * @param ends whether a person who declined wants no further contact either; ignored otherwise
 * @param note up to 500 characters
 */
public record NoteAttempt(
        FollowUpAttemptId id,
        FollowUpContactId contact,
        @Nullable LocalDate day,
        @Nullable AttemptForm form,
        @Nullable AttemptOutcome outcome,
        FollowUpForm answers,
        boolean ends,
        @Nullable String note) {}
