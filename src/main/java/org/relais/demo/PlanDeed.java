package org.relais.demo;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.plan.ChangeStage;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepState;
import org.relais.plan.UseAim;
import org.relais.plan.UseTarget;

/** What somebody writes in a care plan. Goals are named by their statement, actions by their title. */
sealed interface PlanDeed extends Deed.OfPlan {

    /** What the person says and chooses. */
    record Say(
            String centre,
            String words,
            UseAim aim,
            UseTarget target,
            ChangeStage stage,
            int importance,
            int confidence)
            implements PlanDeed {}

    record SetGoal(
            String centre,
            GoalDomain domain,
            String statement,
            @Nullable String criterion,
            @Nullable LocalDate target) implements PlanDeed {}

    /** @param worker the user name of who sees to it; null for the person themselves */
    record Plan(
            String goal,
            String centre,
            String title,
            LocalDate due,
            @Nullable String worker) implements PlanDeed {}

    record Finish(
            String title, GoalStepState state, @Nullable String reason) implements PlanDeed {}

    record MoveTo(String goal, GoalState state, @Nullable String evidence) implements PlanDeed {}

    /** An act of the record served a goal. */
    record Tie(String goal, String note) implements PlanDeed {}
}
