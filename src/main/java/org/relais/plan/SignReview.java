package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DraftId;
import org.relais.shared.GoalId;
import org.relais.shared.ReviewId;

/**
 * Signs a review. The texts are as typed.
 *
 * @param id given before, so that a double click signs one review
 * @param lastNumber as the basis said: a review signed meanwhile is shown first
 * @param gatheredAt as the basis said
 * @param heldOn a service day of the centre; null: today
 * @param words of the person, up to 2,000 characters
 * @param nextOn needed while a goal is open; no later than the rule says
 * @param draft the draft it comes from; null for none
 */
public record SignReview(
        ReviewId id,
        CentreId centre,
        int lastNumber,
        Instant gatheredAt,
        @Nullable LocalDate heldOn,
        List<Said> goals,
        List<ReviewMember> members,
        @Nullable String words,
        @Nullable LocalDate nextOn,
        @Nullable DraftId draft,
        long expectedDraftVersion) {

    public SignReview {
        goals = List.copyOf(goals);
        members = List.copyOf(members);
    }

    /**
     * What is said of one goal, and where it goes.
     *
     * @param expectedVersion the version the goal was shown in
     * @param state null: it stays where it is
     * @param evidence up to 500 characters; needed where {@link GoalState#needsEvidence}
     * @param summary up to 1,000 characters
     */
    public record Said(
            GoalId goal,
            int expectedVersion,
            @Nullable GoalState state,
            @Nullable String evidence,
            @Nullable String summary) {}
}
