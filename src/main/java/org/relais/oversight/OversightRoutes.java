package org.relais.oversight;

/** The paths of the auditor's desk, without leading slash. */
public final class OversightRoutes {

    /** The access log; the filter stands in the address. */
    public static final String LOG = "access-log";

    /** Who holds which rights. */
    public static final String RIGHTS = "rights-review";

    /** What rules found unusual, to be concluded; state and group stand in the address. */
    public static final String UNUSUAL = "unusual-accesses";

    /** The monthly samples; the month, as 2026-10, may follow. */
    public static final String SAMPLES = "access-samples";

    /** People's requests to know who read their record; the id of one may follow. */
    public static final String REPORTS = "own-reports";

    private OversightRoutes() {}
}
