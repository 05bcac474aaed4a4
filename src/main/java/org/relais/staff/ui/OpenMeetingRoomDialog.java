package org.relais.staff.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centre;
import org.relais.uikit.FormDialog;

/** Adds a room in which people meet to a centre. */
final class OpenMeetingRoomDialog extends FormDialog {

    private final TextField name = new TextField(getTranslation("staff.meeting-room.name"));
    private final transient Consumer<String> open;

    OpenMeetingRoomDialog(Centre centre, Consumer<String> open) {
        super(
                I18NProvider.translate("staff.meeting-room.open.title", centre.name()),
                I18NProvider.translate("staff.meeting-room.open.verb"));
        this.open = open;
        name.setHelperText(getTranslation("staff.meeting-room.name.help"));
        add("name", name);
    }

    @Override
    protected void save() {
        open.accept(required("name", name));
    }
}
