package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.record.page.DraftHandle;
import org.relais.reintegration.AddStep;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepDomain;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.StepId;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;

/** The fields of a new step. The step's id is the form's: saving twice adds one step. */
final class StepForm extends Div {

    private final StepId id = StepId.create();
    private final Select<StepDomain> domain = new Select<>();
    private final TextField title = new TextField(getTranslation("reintegration.step.title"));
    private final DateField dueOn = new DateField(getTranslation("reintegration.step.due"));
    private final Select<LaneGoal> goal = new Select<>();
    private final TextField partner = new TextField(getTranslation("reintegration.step.partner"));
    private final ResponsibleFields responsible;
    private final Select<Centre> centre = new Select<>();
    private final transient FieldErrors errors = new FieldErrors();
    private final transient List<LaneGoal> goals;

    /**
     * @param goals the open goals that the step may serve
     * @param home the centre for which is written; null to choose among the author's
     */
    StepForm(StepDesk desk, Grant write, List<LaneGoal> goals, @Nullable CentreId home) {
        addClassName("relais-step-form");
        this.goals = goals;
        responsible = new ResponsibleFields(
                desk.colleagues(), new Responsible.Worker(write.actor().id()));
        createGoal();
        createDomain();
        partner.setHelperText(getTranslation("reintegration.step.partner.help"));
        title.setHelperText(getTranslation("reintegration.step.title.help"));
        title.setMaxLength(FreeText.LINE);
        title.setRequiredIndicatorVisible(true);
        dueOn.setRequiredIndicatorVisible(true);
        createCentre(desk.centres(write.centres()), home);
        add(title, goal, domain, dueOn, partner, responsible, centre);
        errors.register("domain", domain)
                .register("title", title)
                .register("dueOn", dueOn)
                .register("goal", goal)
                .register("partner", partner)
                .register("centre", centre);
        responsible.register(errors);
    }

    FieldErrors errors() {
        return errors;
    }

    /** What was typed; the service checks it. */
    AddStep command() {
        return new AddStep(
                id,
                centre.getValue().id(),
                goal.isEmpty() ? domain.getValue() : goal.getValue().domain(),
                title.getValue(),
                dueOn.getValue(),
                responsible.value(),
                goal.isEmpty() ? null : goal.getValue().id(),
                partner.getValue());
    }

    /** Calls back whenever the author changed something, after a pause in typing. */
    void onEdited(Runnable listener) {
        for (var text : List.of(title, partner)) {
            text.setValueChangeMode(ValueChangeMode.TIMEOUT);
            text.setValueChangeTimeout(DraftHandle.PAUSE);
            text.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        }
        domain.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        dueOn.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        goal.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        responsible.onEdited(listener);
    }

    /** The fields as a draft keeps them. */
    Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("title", title.getValue());
        content.put("domain", domain.isEmpty() ? "" : domain.getValue().name());
        content.put("dueOn", dueOn.isEmpty() ? "" : dueOn.getValue().toString());
        content.put("goal", goal.isEmpty() ? "" : goal.getValue().id().toString());
        content.put("partner", partner.getValue());
        responsible.keep(content);
        return content;
    }

    /** Fills the fields from a draft; what it does not hold stays. */
    void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        title.setValue(content.getOrDefault("title", ""));
        partner.setValue(content.getOrDefault("partner", ""));
        dueOn.setValue(date(content.getOrDefault("dueOn", "")));
        Arrays.stream(StepDomain.values())
                .filter(one -> one.name().equals(content.get("domain")))
                .findFirst()
                .ifPresent(domain::setValue);
        goals.stream()
                .filter(one -> one.id().toString().equals(content.get("goal")))
                .findFirst()
                .ifPresent(goal::setValue);
        responsible.restore(content);
    }

    /** Under this goal, unless another is chosen. */
    StepForm under(@Nullable LaneGoal chosen) {
        goal.setValue(chosen);
        return this;
    }

    // With a goal, the step is of the goal's domain.
    private void createGoal() {
        goal.setLabel(getTranslation("reintegration.step.goal"));
        goal.setItems(goals);
        goal.setEmptySelectionAllowed(true);
        goal.setEmptySelectionCaption(getTranslation("reintegration.step.goal.none"));
        goal.setItemLabelGenerator(
                one -> one == null ? getTranslation("reintegration.step.goal.none") : one.statement());
        goal.setVisible(!goals.isEmpty());
        goal.addValueChangeListener(event -> domain.setVisible(goal.isEmpty()));
    }

    private void createDomain() {
        domain.setLabel(getTranslation("reintegration.step.domain"));
        domain.setItems(StepDomain.values());
        domain.setItemLabelGenerator(one -> getTranslation(one.key()));
        // No required mark: the component would put it on a role that may not carry it. An empty answer is refused at
        // its field.
    }

    private void createCentre(List<Centre> centres, @Nullable CentreId home) {
        centre.setLabel(getTranslation("reintegration.step.centre"));
        centre.setItems(centres);
        centre.setItemLabelGenerator(Centre::name);
        centre.setValue(centres.stream()
                .filter(one -> one.id().equals(home))
                .findFirst()
                .orElseGet(centres::getFirst));
        centre.setVisible(home == null && centres.size() > 1);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static void tell(boolean byAuthor, Runnable listener) {
        if (byAuthor) {
            listener.run();
        }
    }
}
