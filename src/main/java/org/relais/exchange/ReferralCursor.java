package org.relais.exchange;

import java.time.Instant;

import org.relais.shared.ReferralId;

/** A place in the list of referrals: rows after it are older, or of the same time with a smaller id. */
public record ReferralCursor(Instant importedAt, ReferralId id) {}
