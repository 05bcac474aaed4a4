package org.relais.reintegration;

/** The paths of the pages about reintegration, for links from any room. */
public final class ReintegrationRoutes {

    /** The open steps of one's caseload. */
    public static final String LIST = "reintegration";

    /** The section of the record page that holds a person's steps. */
    public static final String SECTION = "social";

    private ReintegrationRoutes() {}
}
