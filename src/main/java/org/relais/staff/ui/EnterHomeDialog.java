package org.relais.staff.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.shared.InvalidInput;
import org.relais.uikit.FormDialog;

/** Takes an address of which only a fingerprint is kept. */
final class EnterHomeDialog extends FormDialog {

    private final TextField address = new TextField(getTranslation("staff.field.address"));
    private final transient Consumer<String> enter;

    EnterHomeDialog(Consumer<String> enter) {
        super(I18NProvider.translate("staff.home.enter"), I18NProvider.translate("staff.save"));
        this.enter = enter;
        address.setRequiredIndicatorVisible(true);
        address.setHelperText(getTranslation("staff.field.address.help"));
        address.addClassName("relais-wide");
        address.getElement().setAttribute("autocomplete", "off");
        errors().register("address", address);
        var text = new Paragraph(getTranslation("staff.home.enter.text"));
        text.addClassName("relais-wide");
        fields(text, address);
    }

    @Override
    protected void save() {
        if (address.getValue().isBlank()) {
            throw new InvalidInput("address", "shared.error.required");
        }
        enter.accept(address.getValue());
    }
}
