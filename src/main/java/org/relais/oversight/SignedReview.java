package org.relais.oversight;

import java.time.Instant;

import org.relais.shared.RightsReviewId;
import org.relais.shared.StaffId;

/**
 * One review of everybody's rights.
 *
 * @param hash of the state that was reviewed
 * @param accounts how many accounts there were
 * @param dormant how many of them were dormant
 */
public record SignedReview(RightsReviewId id, Instant at, StaffId by, String hash, int accounts, int dormant) {}
