package org.relais.today;

/** The paths of this room's screens, without leading slash. */
public final class TodayRoutes {

    public static final String MY_DAY = "my-day";

    private TodayRoutes() {}
}
