package org.relais.plan;

/** The names under which an entry of the record carries a goal as it stood at that time. */
public final class GoalDetail {

    /** The type of the entries. */
    public static final String TYPE = "plan.goal";

    /** A {@link GoalState}. */
    public static final String STATE = "state";

    /** A {@link GoalState}; missing when the entry did not move the goal. */
    public static final String STATE_BEFORE = "stateBefore";

    /** A {@link GoalDomain}. */
    public static final String DOMAIN = "domain";

    /** Its number among the person's goals. */
    public static final String NUMBER = "number";

    /** An ISO date; missing without a target. */
    public static final String TARGET = "target";

    private GoalDetail() {}
}
