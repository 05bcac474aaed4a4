package org.relais.plan.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.plan.MeetingRow;
import org.relais.plan.OpenMeeting;
import org.relais.shared.MeetingId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Opens a team meeting. Its id is the dialog's: a second click opens no second one. */
final class OpenMeetingDialog extends FormDialog {

    private final MeetingId id = MeetingId.create();
    private final transient ReviewDesk desk;
    private final transient Consumer<MeetingRow> opened;
    private final Select<MeetingPlace> place = new Select<>();
    private final DateField heldOn = new DateField(getTranslation("plan.meeting.open.day"));

    OpenMeetingDialog(ReviewDesk desk, List<MeetingPlace> places, MeetingPlace chosen, Consumer<MeetingRow> opened) {
        super(I18NProvider.translate("plan.meeting.open.title"), I18NProvider.translate("plan.meeting.open.verb"));
        this.desk = desk;
        this.opened = opened;
        heldOn.setValue(desk.today(chosen.centre().id()));
        heldOn.setHelperText(getTranslation("plan.meeting.open.day.help"));
        heldOn.setRequiredIndicatorVisible(true);
        place.setLabel(getTranslation("plan.meeting.unit"));
        place.setItems(places);
        place.setItemLabelGenerator(one -> one.words(this::getTranslation));
        place.setValue(chosen);
        add("unit", place);
        add("heldOn", heldOn);
    }

    @Override
    protected void save() {
        var chosen = place.getValue();
        var unit = chosen.unit();
        opened.accept(desk.meetings()
                .open(
                        desk.plan(),
                        desk.people(),
                        new OpenMeeting(id, chosen.centre().id(), unit == null ? null : unit.id(), heldOn.getValue())));
    }
}
