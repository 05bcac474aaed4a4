package org.relais.plan;

import org.relais.shared.MeetingId;

/** The paths of the pages about reviews and team meetings, for links from any room. */
public final class MeetingRoutes {

    /** The team meetings of one's units. */
    public static final String LIST = "team-meetings";

    /** The template of one meeting's page. */
    public static final String MEETING = LIST + "/:meetingId";

    /** The section of the record page that holds the reviews of the plan. */
    public static final String REVIEWS = "plan-review";

    private MeetingRoutes() {}

    /** One meeting. */
    public static String meeting(MeetingId meeting) {
        return LIST + "/" + meeting;
    }
}
