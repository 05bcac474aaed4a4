package org.relais.emergency;

/** The paths of this room's pages, without leading slash. */
public final class EmergencyRoutes {

    /** The emergency accesses that wait for a review. */
    public static final String REVIEWS = "emergency-reviews";

    /** Those of them that are late, for the privacy officer of the centre. */
    public static final String LATE = "emergency-reviews/late";

    private EmergencyRoutes() {}
}
