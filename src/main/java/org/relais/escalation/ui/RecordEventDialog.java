package org.relais.escalation.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.escalation.RecordEvent;
import org.relais.escalation.Trigger;
import org.relais.record.page.ObservedAt;
import org.relais.shared.ClinicalEventId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** Records something that happened and for which the rules ask. */
class RecordEventDialog extends Dialog {

    private final ClinicalEventId id = ClinicalEventId.create();
    private final ComboBox<Trigger.Event> event = new ComboBox<>();
    private final Select<Centre> centre = new Select<>();
    private final TextArea note = new TextArea();
    private final FieldErrors errors = new FieldErrors();
    private final Div fields = new Div();
    private ObservedAt at;

    /**
     * @param offered the centres in which the author takes part in the person's care, the usual one first
     * @param callback takes the command; what it refuses stands at its field and the dialog stays
     */
    RecordEventDialog(AlarmDesk desk, List<Centre> offered, Consumer<RecordEvent> callback) {
        addClassName("relais-alarm-dialog");
        setHeaderTitle(getTranslation("escalation.event.title"));
        setCloseOnOutsideClick(false);
        event.setLabel(getTranslation("escalation.event.what"));
        event.setRequiredIndicatorVisible(true);
        event.setItemLabelGenerator(one -> one.label().in(getLocale()));
        event.setWidthFull();
        centre.setLabel(getTranslation("escalation.event.centre"));
        centre.setItems(offered);
        centre.setItemLabelGenerator(Centre::name);
        centre.setVisible(offered.size() > 1);
        note.setLabel(getTranslation("escalation.event.note"));
        note.setWidthFull();
        var consequence = new Paragraph(getTranslation("escalation.event.consequence"));
        consequence.addClassName("relais-secondary");
        fields.addClassName("relais-alarm-fields");
        at = new ObservedAt(desk.zone(offered.getFirst().id()), desk.clock());
        fields.add(event, centre, at, note, consequence);
        add(fields);
        centre.addValueChangeListener(_ -> offer(desk, centre.getValue()));
        centre.setValue(offered.getFirst());
        errors.register("code", event).register("centre", centre).register("note", note);
        var confirm = new BusyButton(getTranslation("escalation.event.verb"), () -> {
            if (errors.run(() -> callback.accept(command()))) {
                close();
            }
        });
        confirm.addThemeName("primary");
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), confirm);
    }

    // Each centre has its own rules in force and its own clock
    private void offer(AlarmDesk desk, Centre chosen) {
        event.setItems(desk.rules().events(chosen.id()));
        var other = new ObservedAt(desk.zone(chosen.id()), desk.clock());
        fields.replace(at, other);
        at = other;
        errors.register("occurredAt", at.field());
    }

    private RecordEvent command() {
        Trigger.@Nullable Event chosen = event.getValue();
        return new RecordEvent(
                id,
                chosen == null ? null : chosen.code(),
                note.getValue(),
                at.value(),
                centre.getValue().id());
    }
}
