package org.relais.plan;

/** The names under which an entry of the record carries what a team meeting said of the person. */
public final class MeetingDetail {

    /** The type of the entries. */
    public static final String TYPE = "plan.meeting";

    /** The kind of the tasks that decisions become. */
    public static final String DECISION = "plan.decision";

    /** How many decisions there are. */
    public static final String DECISIONS = "decisions";

    /** The service day of the meeting, an ISO date. */
    public static final String HELD = "held";

    private MeetingDetail() {}
}
