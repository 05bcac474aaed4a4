package org.relais.referral;

import java.time.LocalDate;

import org.relais.shared.PartnerReferralId;

/** A place in the list across people: rows after it are due later, or on the same day with a greater id. */
public record ReferralCursor(LocalDate sortOn, PartnerReferralId id) {}
