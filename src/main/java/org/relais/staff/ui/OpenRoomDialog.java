package org.relais.staff.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Unit;
import org.relais.uikit.FormDialog;

/** Adds a room and its beds to a unit. */
final class OpenRoomDialog extends FormDialog {

    private final TextField name = new TextField(getTranslation("staff.room.name"));
    private final TextField beds = new TextField(getTranslation("staff.room.beds"));
    private final transient BiConsumer<String, List<String>> open;

    OpenRoomDialog(Unit unit, BiConsumer<String, List<String>> open) {
        super(
                I18NProvider.translate("staff.room.open.title", unit.name()),
                I18NProvider.translate("staff.room.open.verb"));
        this.open = open;
        name.setHelperText(getTranslation("staff.room.name.help"));
        beds.setHelperText(getTranslation("staff.room.beds.help"));
        add("name", name);
        add("beds", beds);
    }

    @Override
    protected void save() {
        open.accept(
                required("name", name),
                Arrays.stream(beds.getValue().split(",", -1))
                        .map(String::strip)
                        .filter(bed -> !bed.isEmpty())
                        .toList());
    }
}
