package org.relais.emergency;

/** The paths of this room's pages, without leading slash. */
public final class EmergencyRoutes {

    /** The emergency accesses that wait for a review. */
    public static final String REVIEWS = "emergency-reviews";

    private EmergencyRoutes() {}
}
