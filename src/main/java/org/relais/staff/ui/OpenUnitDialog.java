package org.relais.staff.ui;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centre;
import org.relais.centre.UnitKind;
import org.relais.uikit.FormDialog;

/** Adds a unit to a centre. */
final class OpenUnitDialog extends FormDialog {

    private final TextField name = new TextField(getTranslation("staff.unit.name"));
    private final Select<UnitKind> kind = new Select<>();
    private final transient BiConsumer<String, UnitKind> open;

    OpenUnitDialog(Centre centre, BiConsumer<String, UnitKind> open) {
        super(
                I18NProvider.translate("staff.unit.open.title", centre.name()),
                I18NProvider.translate("staff.unit.open.verb"));
        this.open = open;
        kind.setLabel(getTranslation("staff.unit.kind"));
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setHelperText(getTranslation("staff.unit.kind.help"));
        add("name", name);
        add("kind", kind);
    }

    @Override
    protected void save() {
        open.accept(required("name", name), required("kind", kind));
    }
}
