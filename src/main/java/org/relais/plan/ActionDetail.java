package org.relais.plan;

/** The names under which an entry of the record carries an action as it stood at that time. */
public final class ActionDetail {

    /** The type of the entries, and the kind of the tasks. */
    public static final String TYPE = "plan.action";

    /** A {@link GoalStepState}. */
    public static final String STATE = "state";

    /** A {@link GoalStepState}; missing when the entry did not move the action. */
    public static final String STATE_BEFORE = "stateBefore";

    /** An ISO date. */
    public static final String DUE = "due";

    /** The id of the member of staff who sees to it; missing when it is the person. */
    public static final String OWNER = "owner";

    private ActionDetail() {}
}
