package org.relais.access;

/** The paths of this room's screens, without leading slash. */
public final class AccessRoutes {

    public static final String RULES = "access-rules";

    private AccessRoutes() {}
}
