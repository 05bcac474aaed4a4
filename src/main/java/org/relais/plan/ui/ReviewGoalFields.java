package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.plan.GoalAct;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepRow;
import org.relais.plan.ReviewFields;
import org.relais.plan.ReviewGoal;
import org.relais.plan.Reviews;
import org.relais.plan.SignReview;
import org.relais.record.page.DraftHandle;
import org.relais.shared.CentreId;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Lateness;

/** One goal at a review: what served it, the summary to be edited, and where it goes. */
final class ReviewGoalFields extends Section {

    private final transient ReviewGoal facts;
    private final transient ReviewDesk desk;
    private final transient ReviewLook look;
    private final String composed;
    private final TextArea summary = new TextArea(getTranslation("plan.review.goal.summary"));
    private final Select<GoalState> state = new Select<>();
    private final TextField evidence = new TextField(getTranslation("plan.review.goal.evidence"));

    /** @param composed what the software wrote from the facts */
    ReviewGoalFields(ReviewGoal facts, String composed, ReviewDesk desk, ReviewLook look, CentreId centre) {
        this.facts = facts;
        this.composed = composed;
        this.desk = desk;
        this.look = look;
        addClassName("relais-review-goal");
        setAriaLabel(facts.goal().statement());
        add(createHead(), createFacts(centre), createSummary(), createState());
    }

    void register(FieldErrors errors) {
        errors.register(ReviewFields.summary(facts.goal().id()), summary)
                .register(ReviewFields.evidence(facts.goal().id()), evidence);
    }

    void onEdited(Runnable listener) {
        summary.setValueChangeMode(ValueChangeMode.TIMEOUT);
        summary.setValueChangeTimeout(DraftHandle.PAUSE);
        evidence.setValueChangeMode(ValueChangeMode.TIMEOUT);
        evidence.setValueChangeTimeout(DraftHandle.PAUSE);
        summary.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        evidence.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        state.addValueChangeListener(event -> tell(event.isFromClient(), listener));
    }

    SignReview.Said said() {
        var goal = facts.goal();
        var chosen = state.getValue();
        return new SignReview.Said(
                goal.id(),
                goal.version(),
                chosen == goal.state() ? null : chosen,
                evidence.getValue(),
                summary.getValue());
    }

    /** The fields as a draft keeps them; a summary nobody touched is made anew from what is known by then. */
    void write(Map<String, String> content) {
        var id = facts.goal().id();
        if (!summary.getValue().equals(composed)) {
            content.put("summary." + id, summary.getValue());
        }
        content.put(
                "state." + id, state.getValue() == null ? "" : state.getValue().name());
        content.put("evidence." + id, evidence.getValue());
    }

    void restore(Map<String, String> content) {
        var id = facts.goal().id();
        summary.setValue(content.getOrDefault("summary." + id, composed));
        evidence.setValue(content.getOrDefault("evidence." + id, ""));
        choices().stream()
                .filter(one -> one.name().equals(content.get("state." + id)))
                .findFirst()
                .ifPresent(state::setValue);
    }

    private Component createHead() {
        var goal = facts.goal();
        var statement = new H3("« " + goal.statement() + " »");
        var head = new Div(statement, look.state(goal.state()));
        head.addClassName("relais-review-goal-head");
        if (goal.daysLeft() != null && goal.state().open()) {
            head.add(Lateness.days(goal.daysLeft()));
        }
        var domain = new Span(getTranslation(goal.domain().key()));
        domain.addClassName("relais-meta");
        head.add(domain);
        return head;
    }

    private Component createFacts(CentreId centre) {
        var facts = new Div();
        facts.addClassName("relais-review-facts");
        facts.add(new Details(
                getTranslation("plan.review.goal.acts", this.facts.acts().size()), acts(centre)));
        if (!this.facts.steps().isEmpty()) {
            facts.add(new Details(
                    getTranslation("plan.review.goal.steps", this.facts.steps().size()), steps()));
        }
        if (!this.facts.changes().isEmpty()) {
            facts.add(new Details(
                    getTranslation(
                            "plan.review.goal.changes", this.facts.changes().size()),
                    changes(centre)));
        }
        return facts;
    }

    private Component acts(CentreId centre) {
        var list = new UnorderedList();
        facts.acts().forEach(act -> list.add(act(act, centre)));
        return list;
    }

    private ListItem act(GoalAct act, CentreId centre) {
        var entry = act.entry();
        var when = new Span(look.dateTime(entry.occurredAt(), centre));
        when.addClassNames("relais-meta", "relais-numeric");
        var item = new ListItem(new DisciplineLabel(entry.discipline()), new Span(title(act)), when);
        if (entry.author() != null) {
            var author = new Span(desk.name(entry.author()));
            author.addClassName("relais-meta");
            item.add(author);
        }
        return item;
    }

    // The line its author wrote, or what kind of act it was; never its text
    private String title(GoalAct act) {
        var entry = act.entry();
        if (entry.title() != null) {
            return entry.title();
        }
        var type = entry.type();
        return type == null
                ? getTranslation("plan.review.goal.untitled")
                : getTranslation(type.replaceFirst("\\.", ".entry."));
    }

    private Component steps() {
        var list = new UnorderedList();
        facts.steps().forEach(step -> list.add(step(step)));
        return list;
    }

    private ListItem step(GoalStepRow step) {
        var item = new ListItem(new DisciplineLabel(step.discipline()));
        item.add(new Span(step.title() == null ? getTranslation("plan.review.goal.untitled") : step.title()));
        var state = new Span(getTranslation(step.state().key()));
        state.addClassName("relais-meta");
        item.add(state);
        if (step.daysLeft() != null && step.state().open()) {
            item.add(Lateness.days(step.daysLeft()));
        }
        return item;
    }

    private Component changes(CentreId centre) {
        var list = new UnorderedList();
        facts.changes()
                .forEach(change -> list.add(new ListItem(new Span(getTranslation(
                        "plan.review.goal.change",
                        getTranslation(change.state().key()),
                        desk.name(change.changedBy()),
                        look.dateTime(change.changedAt(), centre))))));
        return list;
    }

    private Component createSummary() {
        summary.setHelperText(getTranslation("plan.review.goal.summary.help"));
        summary.setMaxLength(Reviews.SUMMARY);
        summary.setValue(composed);
        summary.addClassName("relais-wide");
        var rewrite = new Button(getTranslation("plan.review.goal.rewrite"), event -> summary.setValue(composed));
        rewrite.addThemeNames("small", "tertiary");
        rewrite.setVisible(false);
        summary.addValueChangeListener(
                event -> rewrite.setVisible(!event.getValue().equals(composed)));
        var both = new Div(summary, rewrite);
        both.addClassName("relais-column");
        return both;
    }

    private Component createState() {
        var goal = facts.goal();
        state.setLabel(getTranslation("plan.review.goal.state"));
        state.setItems(choices());
        state.setItemLabelGenerator(one -> one == goal.state()
                ? getTranslation(
                        "plan.review.goal.stays", getTranslation(one.key()).toLowerCase(Locale.ROOT))
                : getTranslation(one.key()));
        state.setValue(goal.state());
        state.setVisible(goal.state().open());
        evidence.setVisible(false);
        evidence.setRequiredIndicatorVisible(true);
        state.addValueChangeListener(event -> showEvidence(event.getValue()));
        var both = new Div(state, evidence);
        both.addClassName("relais-review-state");
        return both;
    }

    private void showEvidence(@Nullable GoalState chosen) {
        evidence.setVisible(chosen != null && chosen != facts.goal().state() && chosen.needsEvidence());
    }

    private List<GoalState> choices() {
        var choices = new ArrayList<GoalState>();
        choices.add(facts.goal().state());
        choices.addAll(facts.goal().state().next());
        return choices;
    }

    private static void tell(boolean byAuthor, Runnable listener) {
        if (byAuthor) {
            listener.run();
        }
    }
}
