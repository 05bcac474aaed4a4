package org.relais.dashboard;

/** The paths of the dashboard's screens, without leading slash. */
public final class DashboardRoutes {

    public static final String DASHBOARD = "dashboard";

    /** The list behind one number; which one is said by its parameters. */
    public static final String LIST = "dashboard/list";

    private DashboardRoutes() {}
}
