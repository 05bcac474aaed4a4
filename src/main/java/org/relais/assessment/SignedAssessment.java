package org.relais.assessment;

import org.relais.shared.AssessmentId;
import org.relais.shared.EntryId;

/** A form that is signed, and its entry in the timeline. */
public record SignedAssessment(AssessmentId id, EntryId entry) {}
