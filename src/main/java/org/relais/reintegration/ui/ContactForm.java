package org.relais.reintegration.ui;

import java.time.LocalDate;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.reintegration.ContactWay;
import org.relais.reintegration.NoteContact;
import org.relais.reintegration.StepRow;
import org.relais.shared.InvalidInput;
import org.relais.shared.StepContactId;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;

/** The fields of a contact about a step, and until when one waits from now on. Saving twice notes one contact. */
final class ContactForm extends Div {

    private final StepContactId id = StepContactId.create();
    private final transient StepRow row;
    private final RadioButtonGroup<ContactWay> way = new RadioButtonGroup<>();
    private final Checkbox reached = new Checkbox(getTranslation("reintegration.contact.reached"));
    private final TextArea note = new TextArea(getTranslation("reintegration.contact.note"));
    private final DateField dueOn = new DateField(getTranslation("reintegration.contact.due"));
    private final transient FieldErrors errors = new FieldErrors();

    ContactForm(StepRow row) {
        this.row = row;
        addClassName("relais-step-form");
        way.setLabel(getTranslation("reintegration.contact.way"));
        way.setItems(ContactWay.values());
        way.setItemLabelGenerator(one -> getTranslation(one.key()));
        way.setValue(ContactWay.CALL);
        dueOn.setValue(row.dueOn());
        add(way, reached, note, dueOn);
        errors.register("way", way).register("note", note).register("dueOn", dueOn);
    }

    FieldErrors errors() {
        return errors;
    }

    NoteContact command() {
        return new NoteContact(id, row.id(), way.getValue(), reached.getValue(), note.getValue());
    }

    /** @throws InvalidInput when it is missing */
    LocalDate dueOn() {
        if (dueOn.isEmpty()) {
            throw new InvalidInput("dueOn", "shared.error.required");
        }
        return dueOn.getValue();
    }
}
