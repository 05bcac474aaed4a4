package org.relais.reintegration;

/** The names under which an entry of the record carries what was said of a project. */
public final class TrackDetail {

    /** The type of the entries. */
    public static final String TYPE = "reintegration.track";

    /** A {@link TrackKind}. */
    public static final String KIND = "kind";

    /** BEGUN, REACHED, TAKEN_BACK or ENDED. */
    public static final String ACT = "act";

    /** The code of a milestone; missing when the act is about the whole. */
    public static final String MILESTONE = "milestone";

    /** An ISO date; missing when a milestone was taken back. */
    public static final String DAY = "day";

    private TrackDetail() {}
}
