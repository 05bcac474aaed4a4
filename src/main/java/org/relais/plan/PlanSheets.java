package org.relais.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;

/** The plan that the person takes home. Each time it is printed is logged. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PlanSheets {

    private final Aims aims;
    private final Goals goals;
    private final GoalSteps steps;
    private final ReviewDates reviews;
    private final RuleInForce<PlanRule> rule;
    private final Centres centres;
    private final AccessService access;

    PlanSheets(
            Aims aims,
            Goals goals,
            GoalSteps steps,
            ReviewDates reviews,
            RuleInForce<PlanRule> rule,
            Centres centres,
            AccessService access) {
        this.aims = aims;
        this.goals = goals;
        this.steps = steps;
        this.reviews = reviews;
        this.rule = rule;
        this.centres = centres;
        this.access = access;
    }

    /**
     * What is on the sheet.
     *
     * @param plan a grant for the plan
     * @param record a grant for the record of the same person
     */
    @Transactional(readOnly = true)
    public PlanSheet of(Grant plan, Grant record) {
        access.require(plan, Section.PLAN, Right.READ);
        access.requireRecord(record);
        if (!plan.person().equals(record.person())) {
            throw new IllegalArgumentException("Two grants of two people");
        }
        var list = goals.of(plan).goals();
        var agreed = list.stream()
                .filter(goal -> goal.state() == GoalState.AGREED || goal.state() == GoalState.IN_PROGRESS)
                .toList();
        var all = steps.of(record, agreed.stream().map(GoalRow::id).toList()).stream()
                .filter(step -> step.state() != GoalStepState.CANCELLED)
                .toList();
        var shown = all.stream()
                .filter(step -> step.level() == EntryLevel.FULL
                        && rule.now().personReads().contains(step.section()))
                .collect(Collectors.groupingBy(GoalStepRow::goal));
        var count = shown.values().stream().mapToInt(List::size).sum();
        return new PlanSheet(
                aims.latest(plan).orElse(null),
                agreed.stream()
                        .map(goal -> new PlanSheet.Goal(goal, shown.getOrDefault(goal.id(), List.of())))
                        .toList(),
                in(list, state -> state == GoalState.DRAFT),
                in(list, state -> state == GoalState.ATTAINED || state == GoalState.PARTLY_ATTAINED),
                reviews.of(plan.people()),
                plan.centres().stream()
                        .map(centre -> rule.now()
                                .emergencyNumber(centres.centre(centre).countryProfile()))
                        .distinct()
                        .sorted()
                        .toList(),
                all.size() - count);
    }

    /**
     * As {@link #of}, and notes in the access log that it was printed.
     *
     * @param plan a grant for the plan
     * @param record a grant for the record of the same person
     */
    public PlanSheet print(Grant plan, Grant record) {
        var sheet = of(plan, record);
        access.recordChange(plan, plan.person(), AccessAction.PRINT, "care-plan", plan.person());
        return sheet;
    }

    private static List<GoalRow> in(List<GoalRow> goals, Predicate<GoalState> wanted) {
        return goals.stream().filter(goal -> wanted.test(goal.state())).toList();
    }
}
