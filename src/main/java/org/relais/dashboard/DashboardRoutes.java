package org.relais.dashboard;

/** The paths of the dashboard's screens, without leading slash. */
public final class DashboardRoutes {

    public static final String DASHBOARD = "dashboard";

    /** The list behind one number; which one is said by its parameters. */
    public static final String LIST = "dashboard/list";

    /** The figures of all centres; year and indicator are said by its parameters. */
    public static final String NETWORK = "dashboard/network";

    private DashboardRoutes() {}
}
