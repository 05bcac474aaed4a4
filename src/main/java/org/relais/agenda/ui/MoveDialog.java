package org.relais.agenda.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.agenda.AppointmentRow;
import org.relais.agenda.MoveAppointment;
import org.relais.agenda.Reach;
import org.relais.uikit.FormDialog;

/** Moves an appointment to another time, room or colleague, alone or with those that follow. */
final class MoveDialog extends FormDialog {

    private final transient AppointmentRow row;
    private final transient AppointmentActs acts;
    private final transient SlotFields slot;
    private final RadioButtonGroup<Reach> reach = new RadioButtonGroup<>(getTranslation("agenda.field.reach"));

    MoveDialog(AgendaDesk desk, AgendaWords words, AppointmentRow row, AppointmentActs acts) {
        super(
                I18NProvider.translate("agenda.move.title", words.title(row)),
                I18NProvider.translate("agenda.move.verb"));
        this.row = row;
        this.acts = acts;
        slot = new SlotFields(desk, words, row.centre());
        slot.read(row);
        slot.addTo(this::add);
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(one -> getTranslation(one.key()));
        reach.setValue(Reach.ONE);
        reach.setVisible(row.series() != null);
        add("reach", reach);
    }

    @Override
    protected void save() {
        acts.send(
                row,
                new MoveAppointment(
                        row.id(),
                        row.version(),
                        reach.getValue(),
                        slot.day(),
                        slot.time(),
                        slot.minutes(),
                        slot.staff(),
                        slot.room()));
    }
}
