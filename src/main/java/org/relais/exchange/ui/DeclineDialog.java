package org.relais.exchange.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.uikit.FormDialog;

/** Asks why the clinical part is refused. */
final class DeclineDialog extends FormDialog {

    private final TextField reason = new TextField();
    private final transient Consumer<String> decline;

    DeclineDialog(Consumer<String> decline) {
        super(I18NProvider.translate("exchange.decline.title"), I18NProvider.translate("exchange.decline.verb"));
        this.decline = decline;
        reason.setLabel(getTranslation("exchange.decline.reason"));
        reason.setHelperText(getTranslation("exchange.decline.help"));
        reason.setRequiredIndicatorVisible(true);
        add("reason", reason);
    }

    @Override
    protected void save() {
        decline.accept(required("reason", reason));
    }
}
