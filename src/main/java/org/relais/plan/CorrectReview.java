package org.relais.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.GoalId;
import org.relais.shared.ReviewId;

/**
 * A new version of a review that says it rightly; the one before stays. It moves no goal.
 *
 * @param id of the new version, given before
 * @param corrects the version on the screen
 * @param reason why, up to 500 characters
 * @param summaries of each goal, up to 1,000 characters; a goal that is missing keeps what was said
 */
public record CorrectReview(
        ReviewId id,
        ReviewId corrects,
        @Nullable String reason,
        Map<GoalId, String> summaries,
        List<ReviewMember> members,
        @Nullable String words) {

    public CorrectReview {
        summaries = Map.copyOf(summaries);
        members = List.copyOf(members);
    }
}
