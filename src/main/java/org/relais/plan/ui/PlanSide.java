package org.relais.plan.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.plan.ActionDetail;
import org.relais.plan.AimDetail;
import org.relais.plan.GoalDetail;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalStepSource;
import org.relais.plan.GoalStepState;
import org.relais.plan.PlanRoutes;
import org.relais.record.page.RecordContext;
import org.relais.record.page.RecordSide;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Glyph;

/** The plan beside the timeline: the person's words, and for each open goal how far it is and what comes next. */
@org.springframework.stereotype.Component
class PlanSide implements RecordSide {

    private static final int MOST_GOALS = 6;
    private static final int NEXT = 2;

    private final PlanDesk desk;
    private final ObjectProvider<GoalStepSource> sources;

    PlanSide(PlanDesk desk, ObjectProvider<GoalStepSource> sources) {
        this.desk = desk;
        this.sources = sources;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> types() {
        return Stream.concat(
                        Stream.of(GoalDetail.TYPE, ActionDetail.TYPE, AimDetail.TYPE),
                        sources.stream().flatMap(source -> source.entryTypes().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean offered(Grant record) {
        return record.level(Section.PLAN) == Level.READ;
    }

    @Override
    public Component create(RecordContext context) {
        var record = context.record();
        var words = new PlanWords(desk, UI.getCurrentOrThrow().getLocale());
        var open = new Anchor(PlanRoutes.plan(record.person()), words.say("plan.side.open"));
        open.getElement().setAttribute("router-link", true);
        open.getElement().setAttribute("aria-label", words.say("plan.side.open.long"));
        var head = new Div(new H2(words.say("plan.section")), open);
        head.addClassName("relais-plan-side-head");
        var all = new Div(head);
        all.addClassName("relais-plan-side");
        desk.aims().latest(record).ifPresent(aim -> {
            var said = new Paragraph(words.quoted(aim.words()));
            said.addClassName("relais-plan-side-words");
            all.add(said);
        });
        desk.reviews().dates(record).stream().findFirst().ifPresent(review -> {
            var next = new Paragraph(words.say("plan.side.review", words.date(review.dueOn())));
            next.addClassName("relais-meta");
            next.setClassName("relais-critical-text", review.overdue());
            all.add(next);
        });
        var goals = desk.goals().of(record).goals().stream()
                .filter(goal -> goal.state().open())
                .toList();
        if (goals.isEmpty()) {
            var none = new Paragraph(words.say("plan.side.none"));
            none.addClassName("relais-meta");
            all.add(none);
            return all;
        }
        var shown = goals.stream().limit(MOST_GOALS).toList();
        var steps = desk.steps().of(record, shown.stream().map(GoalRow::id).toList()).stream()
                .collect(Collectors.groupingBy(GoalStepRow::goal));
        shown.forEach(goal -> all.add(createGoal(words, goal, steps.getOrDefault(goal.id(), List.of()))));
        if (goals.size() > shown.size()) {
            var more = new Paragraph(words.say("plan.side.more", goals.size() - shown.size()));
            more.addClassName("relais-meta");
            all.add(more);
        }
        return all;
    }

    private static Component createGoal(PlanWords words, GoalRow goal, List<GoalStepRow> steps) {
        var goalBlock = new Div(
                new H3(words.say("plan.side.goal", goal.number(), goal.statement())),
                GoalCard.createProgress(words, steps));
        goalBlock.addClassName("relais-plan-side-goal");
        var list = new UnorderedList();
        steps.stream()
                .filter(step -> step.state().open())
                .limit(NEXT)
                .map(step -> createStep(words, step))
                .forEach(list::add);
        if (list.getComponentCount() == 0) {
            steps.stream()
                    .filter(step -> step.state() == GoalStepState.DONE)
                    .reduce((first, last) -> last)
                    .map(step -> createStep(words, step))
                    .ifPresent(list::add);
        }
        if (list.getComponentCount() > 0) {
            goalBlock.add(list);
        }
        return goalBlock;
    }

    private static ListItem createStep(PlanWords words, GoalStepRow step) {
        var title = step.title();
        var name = new Span(title == null ? words.say("plan.step.hidden") : title);
        name.addClassName("relais-grow");
        var item = new ListItem(
                step.state() == GoalStepState.DONE
                        ? Glyph.CIRCLE_CHECK.create()
                        : new DisciplineTile(step.discipline()).small(),
                name);
        var due = step.dueOn();
        if (due != null) {
            var left = step.daysLeft();
            var when = new Span(
                    step.overdue() && left != null ? words.say("uikit.days.late", -left) : words.shortDate(due));
            when.addClassNames("relais-meta", "relais-numeric");
            when.setClassName("relais-critical-text", step.overdue());
            item.add(when);
        }
        return item;
    }
}
