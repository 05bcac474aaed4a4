package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.Discipline;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People and their goals as the team of a test's house leaves them. */
@TestComponent
public class Planners {

    private final AccessService access;
    private final Goals goals;
    private final GoalSteps steps;
    private final TransactionTemplate transaction;

    Planners(AccessService access, Goals goals, GoalSteps steps, TransactionTemplate transaction) {
        this.access = access;
        this.goals = goals;
        this.steps = steps;
        this.transaction = transaction;
    }

    /** A draft of a housing goal, written by the place's social worker. */
    public GoalRow add(Place place, PersonId person, String statement) {
        return place.as(Role.SOCIAL_WORKER, () -> goals.add(write(person), command(place, statement, null)));
    }

    public AddGoal command(Place place, String statement, @Nullable LocalDate targetOn) {
        return new AddGoal(
                GoalId.create(),
                place.centre(),
                GoalDomain.HOUSING,
                statement,
                "A lease in their name",
                targetOn,
                null,
                null);
    }

    /** A step of the goal in the plan's own section, as the signed-in member of staff leaves it. */
    public StepId step(Grant plan, GoalRow goal, GoalStepState state, LocalDate dueOn) {
        var source = StepId.create();
        keep(plan, goal, source, state, dueOn);
        return source;
    }

    /** As {@link #step}, of a source that may have a step already. */
    public void keep(Grant plan, GoalRow goal, StepId source, GoalStepState state, LocalDate dueOn) {
        transaction.executeWithoutResult(status -> steps.keep(
                plan,
                new GoalStep(
                        goal.id(),
                        source,
                        Section.PLAN,
                        Discipline.SOCIAL,
                        goal.centre(),
                        "Call the landlord",
                        plan.actor().id(),
                        dueOn,
                        state)));
    }

    /** A goal with a step, agreed on this day. */
    public GoalRow agreed(Place place, PersonId person, String statement, LocalDate day) {
        var goal = add(place, person, statement);
        return place.as(Role.SOCIAL_WORKER, () -> {
            step(write(person), goal, GoalStepState.TODO, day.plusDays(7));
            return goals.move(write(person), new MoveGoal(goal.id(), 1, GoalState.AGREED, day, null));
        });
    }

    /** A grant to write in the plan; to be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    /** A grant to read the plan; to be called as somebody. */
    public Grant read(PersonId person) {
        return access.grant(person, Section.PLAN);
    }

    /** A grant for the record; to be called as somebody. */
    public Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }
}
