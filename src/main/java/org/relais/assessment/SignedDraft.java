package org.relais.assessment;

import org.relais.shared.DraftId;

/**
 * The draft a form is signed from; it is gone afterwards.
 *
 * @param expectedVersion the version of the draft on the author's screen
 */
public record SignedDraft(DraftId id, long expectedVersion) {}
