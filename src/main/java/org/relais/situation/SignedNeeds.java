package org.relais.situation;

import org.relais.shared.EntryId;
import org.relais.shared.SocialAssessmentId;

/** A rating of needs that was signed, with its entry in the record. */
public record SignedNeeds(SocialAssessmentId id, EntryId entry) {}
