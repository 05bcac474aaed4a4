package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
import org.relais.staff.StaffCard;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;

/** The fields of a new step. The step's id is the form's: saving twice adds one step. */
final class StepForm extends Div {

    private final StepId id = StepId.create();
    private final Select<StepDomain> domain = new Select<>();
    private final TextField title = new TextField(getTranslation("reintegration.step.title"));
    private final DateField dueOn = new DateField(getTranslation("reintegration.step.due"));
    private final RadioButtonGroup<Kind> responsible = new RadioButtonGroup<>();
    private final ComboBox<StaffCard> worker = new ComboBox<>(getTranslation("reintegration.step.worker"));
    private final TextField thirdParty = new TextField(getTranslation("reintegration.step.third-party"));
    private final Select<Centre> centre = new Select<>();
    private final transient FieldErrors errors = new FieldErrors();
    private final transient List<StaffCard> colleagues;

    StepForm(StepDesk desk, Grant write, @Nullable CentreId home) {
        addClassName("relais-step-form");
        colleagues = desk.colleagues();
        createDomain();
        title.setHelperText(getTranslation("reintegration.step.title.help"));
        title.setMaxLength(FreeText.LINE);
        title.setRequiredIndicatorVisible(true);
        dueOn.setRequiredIndicatorVisible(true);
        createResponsible(write);
        createCentre(desk.centres(write.centres()), home);
        add(title, domain, dueOn, responsible, worker, thirdParty, centre);
        errors.register("domain", domain)
                .register("title", title)
                .register("dueOn", dueOn)
                .register("responsible", responsible)
                .register("worker", worker)
                .register("thirdParty", thirdParty)
                .register("centre", centre);
    }

    FieldErrors errors() {
        return errors;
    }

    /** What was typed; the service checks it. */
    AddStep command() {
        return new AddStep(
                id, centre.getValue().id(), domain.getValue(), title.getValue(), dueOn.getValue(), responsible());
    }

    /** Calls back whenever the author changed something, after a pause in typing. */
    void onEdited(Runnable listener) {
        for (var text : List.of(title, thirdParty)) {
            text.setValueChangeMode(ValueChangeMode.TIMEOUT);
            text.setValueChangeTimeout(DraftHandle.PAUSE);
            text.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        }
        domain.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        dueOn.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        responsible.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        worker.addValueChangeListener(event -> tell(event.isFromClient(), listener));
    }

    /** The fields as a draft keeps them. */
    Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("title", title.getValue());
        content.put("domain", domain.isEmpty() ? "" : domain.getValue().name());
        content.put("dueOn", dueOn.isEmpty() ? "" : dueOn.getValue().toString());
        content.put("responsible", responsible.getValue().name());
        content.put("worker", worker.isEmpty() ? "" : worker.getValue().id().toString());
        content.put("thirdParty", thirdParty.getValue());
        return content;
    }

    /** Fills the fields from a draft; what it does not hold stays. */
    void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        title.setValue(content.getOrDefault("title", ""));
        thirdParty.setValue(content.getOrDefault("thirdParty", ""));
        dueOn.setValue(date(content.getOrDefault("dueOn", "")));
        Arrays.stream(StepDomain.values())
                .filter(one -> one.name().equals(content.get("domain")))
                .findFirst()
                .ifPresent(domain::setValue);
        Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(content.get("responsible")))
                .findFirst()
                .ifPresent(responsible::setValue);
        colleagues.stream()
                .filter(card -> card.id().toString().equals(content.get("worker")))
                .findFirst()
                .ifPresent(worker::setValue);
    }

    private void createDomain() {
        domain.setLabel(getTranslation("reintegration.step.domain"));
        domain.setItems(StepDomain.values());
        domain.setItemLabelGenerator(one -> getTranslation(one.key()));
        // No required mark: the component would put it on a role that may not carry it. An empty answer is refused at
        // its field.
    }

    private void createResponsible(Grant write) {
        responsible.setLabel(getTranslation("reintegration.step.responsible"));
        responsible.setItems(Kind.values());
        responsible.setItemLabelGenerator(one -> getTranslation(one.key()));
        responsible.addValueChangeListener(event -> showResponsible());
        worker.setItems(colleagues);
        worker.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        colleagues.stream()
                .filter(card -> card.id().equals(write.actor().id()))
                .findFirst()
                .ifPresent(worker::setValue);
        thirdParty.setHelperText(getTranslation("reintegration.step.third-party.help"));
        responsible.setValue(Kind.WORKER);
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

    private void showResponsible() {
        worker.setVisible(responsible.getValue() == Kind.WORKER);
        thirdParty.setVisible(responsible.getValue() == Kind.THIRD_PARTY);
    }

    private @Nullable Responsible responsible() {
        return switch (responsible.getValue()) {
            case PERSON -> new Responsible.ThePerson();
            case WORKER ->
                worker.isEmpty()
                        ? null
                        : new Responsible.Worker(worker.getValue().id());
            case THIRD_PARTY -> new Responsible.ThirdParty(thirdParty.getValue());
        };
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

    /** The kinds of {@link Responsible}, as one chooses among them. */
    enum Kind {
        PERSON("reintegration.responsible.person"),
        WORKER("reintegration.responsible.worker"),
        THIRD_PARTY("reintegration.responsible.third-party");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
