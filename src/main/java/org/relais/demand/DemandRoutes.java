package org.relais.demand;

/** The paths of the pages about treatment demand, for links from any room. */
public final class DemandRoutes {

    /** The file of a year. */
    public static final String EXPORT = "treatment-demand";

    /** The section of the record page that asks what is asked at the beginning of a treatment. */
    public static final String SECTION = "treatment-demand";

    private DemandRoutes() {}
}
