package org.relais.situation;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DraftId;
import org.relais.shared.SocialAssessmentId;

/**
 * Signs a rating of needs.
 *
 * @param id given by the form; signing again with the same id changes nothing
 * @param centre one in which the author takes part in the person's care
 * @param assessedOn the service day on which it was talked over with the person
 * @param answers the domains that were rated; a domain that is missing stays open, and then there is no mean
 * @param incomplete that its author knows that domains stay open
 * @param comment up to 2,000 characters
 * @param draft the draft it is signed from
 * @param correction in whose place it stands
 */
public record SignNeeds(
        SocialAssessmentId id,
        CentreId centre,
        @Nullable Occasion occasion,
        @Nullable LocalDate assessedOn,
        Map<NeedDomain, NeedAnswer> answers,
        boolean incomplete,
        @Nullable String comment,
        @Nullable FromDraft draft,
        @Nullable Correction correction) {

    public SignNeeds {
        answers = Map.copyOf(answers);
    }

    /** @param expectedVersion the version of the draft on the author's screen */
    public record FromDraft(DraftId id, long expectedVersion) {}

    /**
     * @param supersedes the rating that was wrong
     * @param reason why, up to 500 characters
     */
    public record Correction(
            SocialAssessmentId supersedes, @Nullable String reason) {}
}
