package org.relais.agenda.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.agenda.GroupEntry;
import org.relais.agenda.OpenGroup;
import org.relais.shared.CentreId;
import org.relais.shared.GroupId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.FormDialog;

/** Opens a group. */
final class OpenGroupDialog extends FormDialog {

    private final transient AgendaDesk desk;
    private final transient CentreId centre;
    private final transient Runnable done;
    private final transient GroupId id = GroupId.create();
    private final TextField name = new TextField(getTranslation("agenda.group.name"));
    private final RadioButtonGroup<GroupEntry> entry = new RadioButtonGroup<>(getTranslation("agenda.group.entry"));
    private final IntegerField capacity = new IntegerField(getTranslation("agenda.group.capacity"));
    private final MultiSelectComboBox<StaffCard> staff =
            new MultiSelectComboBox<>(getTranslation("agenda.group.staff"));

    OpenGroupDialog(AgendaDesk desk, CentreId centre, Runnable done) {
        super(I18NProvider.translate("agenda.group.open"), I18NProvider.translate("agenda.group.open.verb"));
        this.desk = desk;
        this.centre = centre;
        this.done = done;
        name.setHelperText(getTranslation("agenda.group.name.help"));
        entry.setItems(GroupEntry.values());
        entry.setItemLabelGenerator(one -> getTranslation(one.key()));
        entry.setValue(GroupEntry.MEMBERS);
        capacity.setValue(10);
        capacity.setStepButtonsVisible(true);
        var colleagues = desk.colleagues(centre);
        staff.setItems(colleagues);
        staff.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        staff.setValue(
                colleagues.stream().filter(card -> card.id().equals(desk.me())).toList());
        add("name", name);
        add("entry", entry);
        add("capacity", capacity);
        add("staff", staff);
    }

    @Override
    protected void save() {
        List<StaffId> leaders = new ArrayList<>();
        staff.getValue().forEach(card -> leaders.add(card.id()));
        desk.groups()
                .open(
                        desk.plan("open group"),
                        new OpenGroup(id, centre, name.getValue(), entry.getValue(), capacity.getValue(), leaders));
        done.run();
    }
}
