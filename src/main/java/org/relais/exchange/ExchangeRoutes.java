package org.relais.exchange;

import org.relais.shared.StagedFileId;

/** The paths of this room's pages. */
public final class ExchangeRoutes {
    /** The referrals that were taken in, and what waits. */
    public static final String REFERRALS = "referrals-in";

    /** One file that waits, by its id. */
    public static final String STAGED = "referrals-in/file";

    private ExchangeRoutes() {}

    /** The page of one file. */
    public static String staged(StagedFileId id) {
        return STAGED + "/" + id;
    }
}
