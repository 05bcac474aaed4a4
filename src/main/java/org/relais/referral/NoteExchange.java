package org.relais.referral;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PartnerExchangeId;
import org.relais.shared.PartnerReferralId;

/**
 * Notes a call or a letter about a referral. The same id twice notes once.
 *
 * @param reached whether somebody answered
 * @param words up to 500 characters
 */
public record NoteExchange(
        PartnerExchangeId id,
        PartnerReferralId referral,
        ExchangeKind kind,
        boolean reached,
        @Nullable String words) {}
