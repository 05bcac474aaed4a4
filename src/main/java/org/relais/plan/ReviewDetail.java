package org.relais.plan;

/** The names under which an entry of the record carries a review. */
public final class ReviewDetail {

    /** The type of the entries, and the form of its draft. */
    public static final String TYPE = "plan.review";

    /** Which review it is. */
    public static final String NUMBER = "number";

    /** Which version of it. */
    public static final String VERSION = "version";

    /** How many goals were looked at. */
    public static final String GOALS = "goals";

    /** How many of them were attained, wholly or in part, at this review. */
    public static final String ATTAINED = "attained";

    /** An ISO date; missing when there is no next one. */
    public static final String NEXT = "next";

    /** Present when the person took part. */
    public static final String PERSON = "person";

    private ReviewDetail() {}
}
