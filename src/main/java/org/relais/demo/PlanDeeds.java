package org.relais.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.ActionRow;
import org.relais.plan.AddAction;
import org.relais.plan.AddGoal;
import org.relais.plan.AimRow;
import org.relais.plan.Aims;
import org.relais.plan.ChangeAction;
import org.relais.plan.GoalActs;
import org.relais.plan.GoalRow;
import org.relais.plan.Goals;
import org.relais.plan.MoveGoal;
import org.relais.plan.PlanActions;
import org.relais.plan.WriteAim;
import org.relais.shared.ActionId;
import org.relais.shared.AimId;
import org.relais.shared.GoalId;

/** The deeds in care plans. */
@Component
@ConditionalOnProperty("relais.demonstration")
class PlanDeeds {

    private final AccessService access;
    private final Aims aims;
    private final Goals goals;
    private final PlanActions actions;
    private final GoalActs acts;
    private final HouseIndex house;

    PlanDeeds(AccessService access, Aims aims, Goals goals, PlanActions actions, GoalActs acts, HouseIndex house) {
        this.access = access;
        this.aims = aims;
        this.goals = goals;
        this.actions = actions;
        this.acts = acts;
        this.house = house;
    }

    /** @param write a grant to write in the plan */
    void perform(Life life, Grant write, Deed.OfPlan deed) {
        switch ((PlanDeed) deed) {
            case PlanDeed.Say said -> say(write, said);
            case PlanDeed.SetGoal(var centre, var domain, var statement, var criterion, var target) ->
                goals.add(
                        write,
                        new AddGoal(
                                GoalId.create(),
                                house.centre(centre),
                                domain,
                                statement,
                                criterion,
                                target,
                                null,
                                null));
            case PlanDeed.Plan(var goal, var centre, var title, var due, var worker) ->
                actions.add(
                        write,
                        new AddAction(
                                ActionId.create(),
                                goal(write, goal).id(),
                                house.centre(centre),
                                title,
                                due,
                                worker == null,
                                worker == null ? null : house.staff(worker)));
            case PlanDeed.Finish(var title, var state, var reason) ->
                actions.change(write, ChangeAction.move(action(write, title), state, reason));
            case PlanDeed.MoveTo(var statement, var state, var evidence) -> {
                var goal = goal(write, statement);
                goals.move(write, new MoveGoal(goal.id(), goal.version(), state, null, evidence));
            }
            case PlanDeed.Tie(var goal, var note) ->
                acts.link(
                        write,
                        access.grant(life.person(), Section.RECORD),
                        goal(write, goal).id(),
                        life.entry(note));
        }
    }

    private void say(Grant write, PlanDeed.Say said) {
        aims.write(
                write,
                new WriteAim(
                        AimId.create(),
                        aims.latest(write).map(AimRow::version).orElse(0),
                        house.centre(said.centre()),
                        said.words(),
                        said.aim(),
                        said.target(),
                        said.stage(),
                        null,
                        said.importance(),
                        said.confidence()));
    }

    private GoalRow goal(Grant grant, String statement) {
        return goals.of(grant).goals().stream()
                .filter(goal -> goal.statement().equals(statement))
                .findFirst()
                .orElseThrow();
    }

    private ActionRow action(Grant grant, String title) {
        return actions.of(grant).stream()
                .filter(action -> action.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
