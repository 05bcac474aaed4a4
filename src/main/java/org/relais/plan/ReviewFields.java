package org.relais.plan;

import org.relais.shared.GoalId;

/** What the fields of one goal among several are called in a refusal. */
public final class ReviewFields {

    private ReviewFields() {}

    /** What is said of the goal. */
    public static String summary(GoalId goal) {
        return of("summary", goal);
    }

    /** What shows that it was attained, or the like. */
    public static String evidence(GoalId goal) {
        return of("evidence", goal);
    }

    static String of(String field, GoalId goal) {
        return field + "." + goal;
    }
}
