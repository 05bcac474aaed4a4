package org.relais.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The plan as the person takes it home: only what their row of the matrix gives them, and only what whoever prints may
 * read.
 *
 * @param aim what the person said last
 * @param goals those that were agreed and are open
 * @param drafts those that are still talked about
 * @param attained those that were attained, if only in part
 * @param reviews when the plan is reviewed next, in each centre
 * @param emergency the numbers to call in danger, where the centres of whoever prints are
 * @param left how many steps are not on the sheet, because whoever prints cannot read them or the person is not shown them
 */
public record PlanSheet(
        @Nullable AimRow aim,
        List<Goal> goals,
        List<GoalRow> drafts,
        List<GoalRow> attained,
        List<ReviewDate> reviews,
        List<String> emergency,
        int left) {

    public PlanSheet {
        goals = List.copyOf(goals);
        drafts = List.copyOf(drafts);
        attained = List.copyOf(attained);
        reviews = List.copyOf(reviews);
        emergency = List.copyOf(emergency);
    }

    /**
     * A goal with what is done for it.
     *
     * @param steps neither cancelled nor hidden from the person, the earliest due first
     */
    public record Goal(GoalRow goal, List<GoalStepRow> steps) {

        public Goal {
            steps = List.copyOf(steps);
        }
    }
}
