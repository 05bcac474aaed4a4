package org.relais.referral;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PartnerExchangeId;
import org.relais.shared.StaffId;

/** A call or a letter about a referral. */
public record PartnerExchange(
        PartnerExchangeId id,
        ExchangeKind kind,
        boolean reached,
        @Nullable String words,
        Instant at,
        StaffId by) {}
