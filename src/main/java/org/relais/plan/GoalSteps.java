package org.relais.plan;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;

/**
 * What every profession does for the goals of a plan. The room that does it keeps it here, as it stands, in the
 * transaction of its own act; each reader sees of it what its own section gives them.
 */
@Service
public class GoalSteps {

    /** The most steps that are read for one plan. */
    public static final int MOST_STEPS = 300;

    private final GoalStepTable steps;
    private final GoalTable goals;
    private final AccessService access;

    GoalSteps(GoalStepTable steps, GoalTable goals, AccessService access) {
        this.steps = steps;
        this.goals = goals;
        this.access = access;
    }

    /**
     * Keeps a step of a goal as it stands now; one kept before under the same source is replaced.
     *
     * @param grant to write in the step's own section
     * @throws InvalidInput at {@code goal} when the person has no such open goal; a step that is already kept may follow
     *     its goal when it closes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Grant grant, GoalStep step) {
        access.require(grant, step.section(), Right.WRITE);
        var goal =
                goals.find(grant.people(), step.goal()).orElseThrow(() -> new InvalidInput("goal", "plan.error.goal"));
        if (!goal.state().open() && step.state() == GoalStepState.TODO && !steps.serves(step.source(), goal.id())) {
            throw new InvalidInput("goal", "plan.error.goal-closed");
        }
        steps.keep(step, grant.unitIn(step.centre()).orElse(null), grant.actor().id());
    }

    /**
     * The step serves no goal any more.
     *
     * @param grant to write in the step's own section
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Grant grant, Id source) {
        access.require(grant, grant.section(), Right.WRITE);
        steps.remove(source.value());
    }

    /**
     * What is done for these goals, the earliest due first, each step cut to what its section shows the reader. One SQL.
     *
     * @param record a grant for the record
     */
    @Transactional(readOnly = true)
    public List<GoalStepRow> of(Grant record, Collection<GoalId> asked) {
        access.requireRecord(record);
        return steps.of(record, asked, MOST_STEPS);
    }
}
