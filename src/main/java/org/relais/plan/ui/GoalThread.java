package org.relais.plan.ui;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.plan.GoalRow;
import org.relais.plan.PlanRoutes;
import org.relais.plan.ServedGoal;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryThread;
import org.relais.record.page.RecordContext;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** The thread from any act of the record to the goals of the plan that it served. */
@org.springframework.stereotype.Component
class GoalThread implements EntryThread {

    private static final String OWN = "plan.";

    private final PlanDesk desk;

    GoalThread(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public Map<EntryId, List<Component>> signs(Grant record, Collection<EntryId> entries) {
        if (!record.level(Section.PLAN).atLeast(Level.SUMMARY)) {
            return Map.of();
        }
        var words = words();
        return desk.acts().signs(record, entries).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        served -> served.getValue().stream()
                                .<Component>map(goal -> sign(words, record, goal))
                                .toList()));
    }

    private static Component sign(PlanWords words, Grant record, ServedGoal goal) {
        var chip = new Anchor(PlanRoutes.plan(record.person()), "");
        chip.add(Glyph.TARGET.create(), new Span(words.say("plan.goal.number", goal.number())));
        chip.addClassNames("relais-badge", "relais-neutral", "relais-goal-sign");
        chip.getElement().setAttribute("router-link", true);
        chip.getElement().setAttribute("title", words.quote(goal.statement()));
        return chip;
    }

    @Override
    public Optional<Act> act(EntryRow row, RecordContext context) {
        var type = row.type();
        return type == null || type.startsWith(OWN) || !context.record().mayWrite(Section.PLAN)
                ? Optional.empty()
                : Optional.of(new Act(words().say("plan.thread.link"), () -> open(row, context)));
    }

    private void open(EntryRow row, RecordContext context) {
        var words = words();
        var record = context.record();
        var goals = desk.goals().of(record).goals();
        var served = desk.acts().served(record, List.of(row.id())).getOrDefault(row.id(), List.of());
        var offered = goals.stream()
                .filter(goal -> goal.state().open() || served.contains(goal.id()))
                .toList();
        new LinkDialog(words, offered, served, row, context).open();
    }

    @Override
    public Optional<Choice> choice(Grant record) {
        if (!record.mayWrite(Section.PLAN)) {
            return Optional.empty();
        }
        var goals = desk.goals().of(record).goals().stream()
                .filter(goal -> goal.state().open())
                .toList();
        return goals.isEmpty() ? Optional.empty() : Optional.of(new GoalChoice(goals));
    }

    private PlanWords words() {
        return new PlanWords(desk, UI.getCurrentOrThrow().getLocale());
    }

    private static String name(PlanWords words, GoalRow goal) {
        return words.say("plan.side.goal", goal.number(), goal.statement());
    }

    /** The goal that what is being written serves. */
    private final class GoalChoice implements Choice {

        private final Select<GoalRow> field = new Select<>();

        GoalChoice(List<GoalRow> goals) {
            var words = words();
            field.addClassName("relais-goal-choice");
            field.addThemeName("small");
            field.setAriaLabel(words.say("plan.thread.link"));
            field.setPrefixComponent(Glyph.TARGET.create());
            field.setItems(goals);
            field.setItemLabelGenerator(goal -> goal == null ? words.say("plan.thread.choose") : name(words, goal));
            field.setEmptySelectionAllowed(true);
            field.setEmptySelectionCaption(words.say("plan.thread.choose"));
        }

        @Override
        public Component field() {
            return field;
        }

        @Override
        public void signed(Grant record, EntryId entry) {
            var goal = field.getValue();
            if (goal != null) {
                desk.acts().link(desk.write(record.person()), record, goal.id(), entry);
            }
        }
    }

    /** Says which goals an entry served. */
    private final class LinkDialog extends FormDialog {

        private final transient Set<GoalId> before;
        private final transient EntryRow row;
        private final transient RecordContext context;
        private final transient PlanWords words;
        private final CheckboxGroup<GoalRow> goals = new CheckboxGroup<>();

        LinkDialog(
                PlanWords words,
                List<GoalRow> offered,
                Collection<GoalId> served,
                EntryRow row,
                RecordContext context) {
            super(words.say("plan.thread.title"), words.say("plan.save"));
            this.words = words;
            this.before =
                    offered.stream().map(GoalRow::id).filter(served::contains).collect(Collectors.toUnmodifiableSet());
            this.row = row;
            this.context = context;
            addClassName("relais-plan-dialog");
            if (offered.isEmpty()) {
                fields(new Paragraph(words.say("plan.thread.none")));
            }
            goals.setLabel(words.say("plan.thread.goals"));
            goals.setItems(offered);
            goals.setItemLabelGenerator(goal -> name(words, goal));
            goals.setValue(
                    offered.stream().filter(goal -> before.contains(goal.id())).collect(Collectors.toSet()));
            goals.setVisible(!offered.isEmpty());
            add("goals", goals);
        }

        @Override
        protected void save() {
            var after = goals.getValue().stream().map(GoalRow::id).collect(Collectors.toCollection(HashSet::new));
            if (!after.equals(before)) {
                var write = desk.write(context.record().person());
                for (var goal : after) {
                    if (!before.contains(goal)) {
                        desk.acts().link(write, context.record(), goal, row.id());
                    }
                }
                for (var goal : before) {
                    if (!after.contains(goal)) {
                        desk.acts().unlink(write, goal, row.id());
                    }
                }
                context.refresh(row.id());
                Toast.success(words.say("plan.saved"));
            }
        }
    }
}
