package org.relais.referral;

import java.util.Locale;

/** How one spoke with a partner about a referral. */
public enum ExchangeKind {
    CALL,
    EMAIL,
    LETTER,
    VISIT;

    /** The key of its word in the bundles. */
    public String key() {
        return "referral.exchange." + name().toLowerCase(Locale.ROOT);
    }
}
