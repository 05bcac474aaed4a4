package org.relais.referral;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** A referral for those who may read the summary of the social section: when, by whom, and the author's one line. */
public record ReferralTitle(Instant createdAt, StaffId createdBy, CentreId centre, String subject) {}
