package org.relais.plan;

import java.util.List;

/**
 * What there is to say of one goal at a review, cut to what the reader may see.
 *
 * @param before how it stood at the review before; how it began when there was none
 * @param acts that served it since then, the latest first; of an act whose existence alone may be known there is nothing
 * @param steps what is done for it
 * @param changes what was said of it since then, the latest first
 */
public record ReviewGoal(
        GoalRow goal, GoalState before, List<GoalAct> acts, List<GoalStepRow> steps, List<GoalChangeRow> changes) {

    public ReviewGoal {
        acts = List.copyOf(acts);
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }
}
