package org.relais.situation;

/** The paths of the pages about a person's situation, for links from any room. */
public final class SituationRoutes {

    /** The rights and benefits of one's centres, by due day. */
    public static final String RIGHTS = "rights";

    /** The section of the record page. */
    public static final String SECTION = "situation";

    private SituationRoutes() {}
}
