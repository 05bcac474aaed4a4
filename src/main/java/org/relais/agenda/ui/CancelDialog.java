package org.relais.agenda.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.agenda.AppointmentRow;
import org.relais.agenda.CancelAppointment;
import org.relais.agenda.Canceller;
import org.relais.agenda.Reach;
import org.relais.uikit.FormDialog;

/** Cancels an appointment: who does and why, and how many of a series. */
final class CancelDialog extends FormDialog {

    private final transient AppointmentRow row;
    private final transient AppointmentActs acts;
    private final RadioButtonGroup<Canceller> by = new RadioButtonGroup<>(getTranslation("agenda.field.canceller"));
    private final RadioButtonGroup<Reach> reach = new RadioButtonGroup<>(getTranslation("agenda.field.reach"));
    private final TextArea reason = new TextArea(getTranslation("agenda.field.reason"));

    CancelDialog(AgendaWords words, AppointmentRow row, AppointmentActs acts) {
        super(
                I18NProvider.translate("agenda.cancel.title", words.title(row)),
                I18NProvider.translate("agenda.cancel.verb"));
        this.row = row;
        this.acts = acts;
        by.setItems(Canceller.values());
        by.setItemLabelGenerator(one -> getTranslation(one.key()));
        by.setValue(row.person() == null ? Canceller.SERVICE : Canceller.PERSON);
        by.setVisible(row.person() != null);
        by.setHelperText(getTranslation("agenda.field.canceller.help"));
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(one -> getTranslation(one.key()));
        reach.setValue(Reach.ONE);
        reach.setVisible(row.series() != null);
        reason.addClassName("relais-wide");
        add("by", by);
        add("reach", reach);
        add("reason", reason);
    }

    @Override
    protected void save() {
        acts.send(
                row,
                new CancelAppointment(row.id(), row.version(), reach.getValue(), by.getValue(), reason.getValue()));
    }
}
