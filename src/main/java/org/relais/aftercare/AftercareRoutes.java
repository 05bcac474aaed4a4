package org.relais.aftercare;

/** The paths of the pages about aftercare, for links from any room. */
public final class AftercareRoutes {

    /** The contacts to be made, across people. */
    public static final String LIST = "aftercare";

    /** The section of the record page that holds a person's follow-up. */
    public static final String SECTION = "aftercare";

    private AftercareRoutes() {}
}
