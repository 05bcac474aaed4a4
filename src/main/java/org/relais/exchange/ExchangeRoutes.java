package org.relais.exchange;

/** The paths of this room's pages. */
public final class ExchangeRoutes {
    /** The referrals that were taken in. */
    public static final String REFERRALS = "referrals-in";

    private ExchangeRoutes() {}
}
