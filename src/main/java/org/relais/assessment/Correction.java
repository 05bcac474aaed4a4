package org.relais.assessment;

import org.relais.shared.AssessmentId;

/**
 * Says that a form stands in the place of an earlier one by the same scorer. The earlier one stays readable.
 *
 * @param supersedes the form that was wrong or not finished
 * @param reason at least ten characters; stands with the earlier entry in the timeline
 */
public record Correction(AssessmentId supersedes, String reason) {}
