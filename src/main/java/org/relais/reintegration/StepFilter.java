package org.relais.reintegration;

import java.util.Set;

/** Which of a person's steps are wanted; an empty set stands for all. */
public record StepFilter(Set<StepStatus> statuses) {

    /** Every step. */
    public static final StepFilter ALL = new StepFilter(Set.of());

    /** What remains to be done. */
    public static final StepFilter OPEN = new StepFilter(Set.of(StepStatus.TODO, StepStatus.DOING, StepStatus.BLOCKED));

    public StepFilter {
        statuses = Set.copyOf(statuses);
    }
}
