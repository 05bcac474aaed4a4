package org.relais.reintegration.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.record.page.DraftHandle;
import org.relais.reintegration.Responsible;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.FieldErrors;

/** Who sees to a step: the person, a colleague, or somebody outside. */
final class ResponsibleFields extends Div {

    private final RadioButtonGroup<Kind> responsible = new RadioButtonGroup<>();
    private final ComboBox<StaffCard> worker = new ComboBox<>(getTranslation("reintegration.step.worker"));
    private final TextField thirdParty = new TextField(getTranslation("reintegration.step.third-party"));
    private final transient List<StaffCard> colleagues;

    ResponsibleFields(List<StaffCard> colleagues, Responsible now) {
        this.colleagues = colleagues;
        addClassName("relais-step-responsible");
        responsible.setLabel(getTranslation("reintegration.step.responsible"));
        responsible.setItems(Kind.values());
        responsible.setItemLabelGenerator(one -> getTranslation(one.key()));
        responsible.addValueChangeListener(event -> showChosen());
        worker.setItems(colleagues);
        worker.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        thirdParty.setHelperText(getTranslation("reintegration.step.third-party.help"));
        add(responsible, worker, thirdParty);
        show(now);
    }

    private void show(Responsible now) {
        switch (now) {
            case Responsible.ThePerson() -> responsible.setValue(Kind.PERSON);
            case Responsible.Worker(var id) -> {
                responsible.setValue(Kind.WORKER);
                choose(id);
            }
            case Responsible.ThirdParty(var name) -> {
                responsible.setValue(Kind.THIRD_PARTY);
                thirdParty.setValue(name);
            }
        }
    }

    FieldErrors register(FieldErrors errors) {
        return errors.register("responsible", responsible)
                .register("worker", worker)
                .register("thirdParty", thirdParty);
    }

    @Nullable
    Responsible value() {
        return switch (responsible.getValue()) {
            case PERSON -> new Responsible.ThePerson();
            case WORKER ->
                worker.isEmpty()
                        ? null
                        : new Responsible.Worker(worker.getValue().id());
            case THIRD_PARTY -> new Responsible.ThirdParty(thirdParty.getValue());
        };
    }

    /** Calls back whenever the author changed something, after a pause in typing. */
    void onEdited(Runnable listener) {
        thirdParty.setValueChangeMode(ValueChangeMode.TIMEOUT);
        thirdParty.setValueChangeTimeout(DraftHandle.PAUSE);
        thirdParty.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        responsible.addValueChangeListener(event -> tell(event.isFromClient(), listener));
        worker.addValueChangeListener(event -> tell(event.isFromClient(), listener));
    }

    /** Adds the fields to what a draft keeps. */
    void keep(Map<String, String> content) {
        content.put("responsible", responsible.getValue().name());
        content.put("worker", worker.isEmpty() ? "" : worker.getValue().id().toString());
        content.put("thirdParty", thirdParty.getValue());
    }

    /** Fills the fields from a draft; what it does not hold stays. */
    void restore(Map<String, String> content) {
        thirdParty.setValue(content.getOrDefault("thirdParty", ""));
        Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(content.get("responsible")))
                .findFirst()
                .ifPresent(responsible::setValue);
        colleagues.stream()
                .filter(card -> card.id().toString().equals(content.get("worker")))
                .findFirst()
                .ifPresent(worker::setValue);
    }

    private void choose(StaffId id) {
        colleagues.stream().filter(card -> card.id().equals(id)).findFirst().ifPresent(worker::setValue);
    }

    private void showChosen() {
        worker.setVisible(responsible.getValue() == Kind.WORKER);
        thirdParty.setVisible(responsible.getValue() == Kind.THIRD_PARTY);
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
