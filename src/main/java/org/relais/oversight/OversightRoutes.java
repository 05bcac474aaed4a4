package org.relais.oversight;

/** The paths of the auditor's desk, without leading slash. */
public final class OversightRoutes {

    /** The access log; the filter stands in the address. */
    public static final String LOG = "access-log";

    /** Who holds which rights. */
    public static final String RIGHTS = "rights-review";

    private OversightRoutes() {}
}
