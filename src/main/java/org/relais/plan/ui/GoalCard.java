package org.relais.plan.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.progressbar.ProgressBar;

import org.relais.access.EntryLevel;
import org.relais.plan.ActionLife;
import org.relais.plan.ActionRow;
import org.relais.plan.GoalAct;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalStepState;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;

/** One goal: the person's words, how far it is, what every profession does for it, and which acts served it. */
final class GoalCard extends Article {

    private static final int MOST_ACTS = 5;

    private final transient PlanWords words;
    private final transient GoalRow goal;
    private final transient GoalMoves moves;
    private final transient ActionMoves actionMoves;
    private final boolean writable;

    GoalCard(
            PlanWords words,
            GoalRow goal,
            List<GoalStepRow> steps,
            Map<UUID, ActionRow> actions,
            List<GoalAct> acts,
            GoalMoves moves,
            ActionMoves actionMoves,
            boolean writable) {
        this.words = words;
        this.goal = goal;
        this.moves = moves;
        this.actionMoves = actionMoves;
        this.writable = writable;
        addClassName("relais-goal-card");
        getElement().setAttribute("aria-label", words.say("plan.goal.number", goal.number()));
        add(createHead(), createFacts(), createProgress(words, steps));
        if (!steps.isEmpty()) {
            add(createSteps(steps, actions));
        }
        if (!acts.isEmpty()) {
            add(createActs(acts));
        }
    }

    private Div createHead() {
        var number = new Span(goal.number() + ".");
        number.addClassNames("relais-numeric", "relais-strong");
        var title = new H4(words.quoted(goal.statement()));
        var head = new Div(number, title);
        head.addClassName("relais-goal-head");
        head.add(createMenu());
        return head;
    }

    private MenuBar createMenu() {
        var menu = new MenuBar();
        menu.addThemeNames("tertiary", "small");
        menu.addClassName("relais-goal-menu");
        var root = menu.addItem(Glyph.ELLIPSIS.create());
        root.setAriaLabel(words.say("plan.goal.menu", goal.number()));
        var items = root.getSubMenu();
        if (writable && goal.state().open()) {
            items.addItem(words.say("plan.action.add"), event -> moves.addAction(goal));
            items.addItem(words.say("plan.goal.change"), event -> moves.change(goal));
            goal.state()
                    .next()
                    .forEach(state -> items.addItem(
                            words.say("plan.goal.move."
                                    + state.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-')),
                            event -> moves.move(goal, state)));
        } else if (writable) {
            items.addItem(words.say("plan.goal.reopen"), event -> moves.reopen(goal));
        }
        items.addItem(words.say("plan.history"), event -> moves.history(goal));
        return menu;
    }

    private Div createFacts() {
        var facts = new Div(words.state(goal.state()));
        facts.addClassName("relais-goal-facts");
        var left = goal.daysLeft();
        var target = goal.targetOn();
        if (target != null) {
            if (goal.state().open() && left != null) {
                facts.add(Lateness.days(left));
            }
            facts.add(meta(words.say("plan.goal.target.on", words.date(target))));
        }
        facts.add(meta(words.say("plan.goal.owner.shown", words.name(goal.owner()))));
        if (goal.signedOn() != null) {
            facts.add(meta(words.say("plan.goal.signed.shown", words.date(goal.signedOn()))));
        }
        if (goal.endedOn() != null) {
            facts.add(meta(words.say("plan.goal.ended.shown", words.date(goal.endedOn()))));
        }
        if (goal.reopens() != null) {
            facts.add(meta(words.say("plan.goal.reopens.shown")));
        }
        var all = new Div(facts);
        if (goal.criterion() != null) {
            all.add(new Paragraph(words.say("plan.goal.criterion.shown", goal.criterion())));
        }
        if (goal.evidence() != null) {
            all.add(new Paragraph(words.say("plan.goal.evidence.shown", goal.evidence())));
        }
        return all;
    }

    /** How many steps are done of those that were not cancelled. */
    static Div createProgress(PlanWords words, List<GoalStepRow> steps) {
        var counted = steps.stream()
                .filter(step -> step.state() != GoalStepState.CANCELLED)
                .toList();
        var done = (int) counted.stream()
                .filter(step -> step.state() == GoalStepState.DONE)
                .count();
        var bar = new ProgressBar(0, Math.max(1, counted.size()), done);
        bar.getElement().setAttribute("aria-label", words.say("plan.goal.progress", done, counted.size()));
        var number = new Span(words.say("plan.goal.progress.short", done, counted.size()));
        number.addClassNames("relais-numeric", "relais-meta");
        var progress = new Div(bar, number);
        progress.addClassName("relais-goal-progress");
        return progress;
    }

    private UnorderedList createSteps(List<GoalStepRow> steps, Map<UUID, ActionRow> actions) {
        var list = new UnorderedList();
        list.addClassName("relais-goal-steps");
        for (var step : steps) {
            var source = step.source();
            var action = source == null ? null : actions.get(source);
            list.add(action == null ? createStep(step) : createAction(step, action));
        }
        return list;
    }

    private ListItem createStep(GoalStepRow step) {
        var title = step.title();
        var name = new Span(title == null ? words.say("plan.step.hidden") : title);
        name.setClassName("relais-secondary", title == null);
        var item = new ListItem(
                new DisciplineTile(step.discipline()).small(), column(name, step), words.state(step.state()));
        var left = step.daysLeft();
        if (step.state().open() && left != null) {
            item.add(Lateness.days(left));
        }
        return item;
    }

    private ListItem createAction(GoalStepRow step, ActionRow action) {
        var item = createStep(step);
        if (action.reason() != null) {
            item.add(meta(words.say("plan.action.reason.shown", action.reason())));
        }
        var menu = new MenuBar();
        menu.addThemeNames("tertiary", "small");
        var root = menu.addItem(Glyph.ELLIPSIS.create());
        root.setAriaLabel(words.say("plan.action.menu", action.title()));
        var items = root.getSubMenu();
        if (writable && action.state().open()) {
            ActionLife.next(action.state())
                    .forEach(state -> items.addItem(
                            words.say("plan.action.move." + state.name().toLowerCase(java.util.Locale.ROOT)),
                            event -> actionMoves.move(action, state)));
            items.addItem(words.say("plan.action.replan"), event -> actionMoves.replan(action));
        }
        items.addItem(words.say("plan.history"), event -> actionMoves.history(action));
        item.add(menu);
        return item;
    }

    private Component column(Span name, GoalStepRow step) {
        var facts = new Span();
        facts.addClassNames("relais-meta", "relais-small-text");
        var discipline = words.say(step.discipline().key());
        if (step.level() == EntryLevel.FULL && step.dueOn() != null) {
            var by = step.owner() == null ? "" : " · " + words.name(step.owner());
            facts.setText(discipline + by + " · " + words.say("plan.step.due", words.date(step.dueOn())));
        } else {
            facts.setText(discipline);
        }
        var column = new Div(name, facts);
        column.addClassNames("relais-column", "relais-grow");
        return column;
    }

    private Component createActs(List<GoalAct> acts) {
        var list = new UnorderedList();
        list.addClassName("relais-goal-acts");
        acts.stream().limit(MOST_ACTS).forEach(act -> {
            var entry = act.entry();
            var title = entry.title();
            var item = new ListItem(
                    meta(words.dateTime(entry.occurredAt(), entry.centre())),
                    new DisciplineLabel(entry.discipline()),
                    meta(words.type(entry.type())),
                    new Span(
                            entry.locked()
                                    ? words.say("plan.act.locked")
                                    : title == null ? words.say("plan.act.untitled") : title),
                    meta(words.name(entry.author())));
            list.add(item);
        });
        var head = new Span(words.say("plan.acts", acts.size()));
        head.addClassNames("relais-meta", "relais-strong");
        var all = new Div(head, list);
        if (acts.size() > MOST_ACTS) {
            all.add(meta(words.say("plan.acts.more", acts.size() - MOST_ACTS)));
        }
        return all;
    }

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassName("relais-meta");
        return span;
    }
}
