package org.relais.staff.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Unit;
import org.relais.uikit.FormDialog;

/** What a unit is called. */
final class RenameUnitDialog extends FormDialog {

    private final TextField name = new TextField(getTranslation("staff.unit.name"));
    private final transient Consumer<String> rename;

    RenameUnitDialog(Unit unit, Consumer<String> rename) {
        super(
                I18NProvider.translate("staff.unit.rename.title", unit.name()),
                I18NProvider.translate("staff.centre.save"));
        this.rename = rename;
        name.setValue(unit.name());
        add("name", name);
    }

    @Override
    protected void save() {
        rename.accept(name.getValue());
    }
}
