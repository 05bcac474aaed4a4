package org.relais.plan.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.plan.ActionRow;
import org.relais.plan.GoalAct;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalList;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalTitle;
import org.relais.plan.PlanRoutes;
import org.relais.shared.GoalId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;

/** The one care plan of a person: what they say, then their goals by domain with what everybody does for them. */
final class PlanPage extends Div {

    private final transient PlanDesk desk;
    private final transient PlanWords words;
    private transient Grant grant;
    private transient Grant record;

    PlanPage(PlanDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.record = desk.record(grant.person());
        this.words = new PlanWords(desk, getLocale());
        addClassName("relais-plan");
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        record = desk.access().fresh(record);
        var list = desk.goals().of(grant);
        removeAll();
        if (grant.level(org.relais.access.Section.PLAN) == Level.READ) {
            add(new AimPanel(desk, words, grant, this::load));
        }
        addHead(list);
        if (!list.goals().isEmpty()) {
            addGoals(list.goals());
        }
        if (!list.titles().isEmpty()) {
            add(createTitles(list.titles()));
        }
        if (list.goals().isEmpty() && list.titles().isEmpty() && list.hidden() == 0) {
            add(new EmptyState(Glyph.TARGET, words.say("plan.empty.title"), words.say("plan.empty.text"), null));
        }
        if (list.hidden() > 0) {
            add(hint(words.say("plan.hidden", list.hidden())));
        }
        if (list.more()) {
            add(hint(words.say("plan.more")));
        }
    }

    private void addHead(GoalList list) {
        var head = new Div();
        head.addClassName("relais-plan-head");
        if (!list.goals().isEmpty()) {
            var print = new Anchor(PlanRoutes.sheet(grant.person()), "");
            print.add(Glyph.PRINTER.create(), new Span(words.say("plan.sheet.open")));
            print.addClassName("relais-button");
            print.getElement().setAttribute("router-link", true);
            head.add(print);
        }
        if (grant.mayWrite(org.relais.access.Section.PLAN)) {
            var add = new BusyButton(
                    words.say("plan.goal.add"),
                    Glyph.PLUS,
                    () -> GoalDialog.adding(desk, words, desk.write(grant.person()), this::load)
                            .open());
            add.addThemeName("primary");
            head.add(add);
        }
        if (head.getComponentCount() > 0) {
            add(head);
        }
    }

    private void addGoals(List<GoalRow> goals) {
        var ids = goals.stream().map(GoalRow::id).toList();
        var steps = desk.steps().of(record, ids).stream().collect(Collectors.groupingBy(GoalStepRow::goal));
        var acts = desk.acts().of(record, ids, null).stream().collect(Collectors.groupingBy(GoalAct::goal));
        var actions = desk.actions().of(grant).stream()
                .collect(Collectors.toMap(action -> action.id().value(), Function.identity()));
        var open = goals.stream().filter(goal -> goal.state().open()).toList();
        byDomain(open).forEach((domain, own) -> add(createDomain(domain, own, steps, actions, acts)));
        var closed = goals.stream().filter(goal -> !goal.state().open()).toList();
        if (!closed.isEmpty()) {
            var cards = new Div();
            cards.addClassName("relais-goal-cards");
            closed.forEach(goal -> cards.add(createCard(goal, steps, actions, acts)));
            var details = new Details(words.say("plan.closed", closed.size()), cards);
            details.setOpened(open.isEmpty());
            add(details);
        }
    }

    private static Map<GoalDomain, List<GoalRow>> byDomain(List<GoalRow> goals) {
        return goals.stream().collect(Collectors.groupingBy(GoalRow::domain, LinkedHashMap::new, Collectors.toList()));
    }

    private Component createDomain(
            GoalDomain domain,
            List<GoalRow> goals,
            Map<GoalId, List<GoalStepRow>> steps,
            Map<UUID, ActionRow> actions,
            Map<GoalId, List<GoalAct>> acts) {
        var head = new H3(PlanWords.glyph(domain).create(), new Span(words.say(domain.key())));
        head.addClassName("relais-plan-domain");
        var cards = new Div();
        cards.addClassName("relais-goal-cards");
        goals.forEach(goal -> cards.add(createCard(goal, steps, actions, acts)));
        var section = new Section(head, cards);
        section.setAriaLabel(words.say(domain.key()));
        return section;
    }

    private GoalCard createCard(
            GoalRow goal,
            Map<GoalId, List<GoalStepRow>> steps,
            Map<UUID, ActionRow> actions,
            Map<GoalId, List<GoalAct>> acts) {
        return new GoalCard(
                words,
                goal,
                steps.getOrDefault(goal.id(), List.of()),
                actions,
                acts.getOrDefault(goal.id(), List.of()),
                new GoalMoves(desk, words, grant, this::load),
                new ActionMoves(desk, words, grant, this::load),
                grant.mayWrite(org.relais.access.Section.PLAN)
                        && grant.centres().contains(goal.centre()));
    }

    private Component createTitles(List<GoalTitle> titles) {
        var list = new UnorderedList();
        list.addClassName("relais-plan-history");
        titles.forEach(goal -> {
            var meta = new Span(words.say(goal.domain().key()) + " · "
                    + words.say(
                            "plan.history.by",
                            words.dateTime(goal.createdAt(), goal.centre()),
                            words.name(goal.createdBy())));
            meta.addClassName("relais-meta");
            list.add(new ListItem(new Span(goal.number() + "."), words.quoted(goal.statement()), meta));
        });
        return list;
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassName("relais-meta");
        return hint;
    }
}
