package org.relais.reintegration.ui;

import java.time.LocalDate;

import org.relais.plan.GoalRow;
import org.relais.reintegration.StepDomain;
import org.relais.shared.GoalId;

/**
 * A goal as the board shows it.
 *
 * @param statement in the person's words
 * @param open whether it is still a goal
 * @param since the service day on which it was written down
 */
record LaneGoal(GoalId id, StepDomain domain, String statement, boolean open, LocalDate since) {

    static LaneGoal of(GoalRow goal, LocalDate since) {
        return new LaneGoal(
                goal.id(),
                StepDomain.of(goal.domain()),
                goal.statement(),
                goal.state().open(),
                since);
    }
}
