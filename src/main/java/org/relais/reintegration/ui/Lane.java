package org.relais.reintegration.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.GoalId;

/**
 * One row of the board: a goal in the person's words with its steps, or the steps of a domain that serve no goal the
 * reader sees.
 */
record Lane(@Nullable LaneGoal goal, StepDomain domain, List<StepRow> steps) {

    /** The rows of the board: the goals in their order, then what serves none, by domain. */
    static List<Lane> of(List<StepRow> steps, List<LaneGoal> goals) {
        var underGoals = new LinkedHashMap<GoalId, List<StepRow>>();
        goals.forEach(goal -> underGoals.put(goal.id(), new ArrayList<>()));
        Map<StepDomain, List<StepRow>> others = new TreeMap<>();
        for (var step : steps) {
            var under = step.goal() == null ? null : underGoals.get(step.goal());
            (under == null ? others.computeIfAbsent(step.domain(), domain -> new ArrayList<>()) : under).add(step);
        }
        var lanes = new ArrayList<Lane>();
        for (var goal : goals) {
            var under = underGoals.getOrDefault(goal.id(), List.of());
            if (goal.open() || !under.isEmpty()) {
                lanes.add(new Lane(goal, goal.domain(), under));
            }
        }
        others.forEach((domain, rows) -> lanes.add(new Lane(null, domain, rows)));
        return lanes;
    }

    List<StepRow> in(BoardColumn column) {
        return steps.stream()
                .filter(step -> step.column().filter(column::equals).isPresent())
                .toList();
    }

    /** How many steps are done. */
    int done() {
        return (int)
                steps.stream().filter(step -> step.status() == StepStatus.DONE).count();
    }

    /** How many steps there are; cancelled ones do not count. */
    int all() {
        return (int) steps.stream()
                .filter(step -> step.status() != StepStatus.CANCELLED)
                .count();
    }
}
