package org.relais.person.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;

import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Ends an alert with a reason; it stays in the history. */
final class EndAlertDialog extends FormDialog {
    private final TextField reason = new TextField();
    private final transient Consumer<String> end;

    EndAlertDialog(Consumer<String> end) {
        super(translate("person.alert.end.question"), translate("person.alert.end"));
        this.end = end;
        reason.setLabel(getTranslation("person.alert.end.reason"));
        reason.addClassName("relais-wide");
        errors().register("reason", reason);
        fields(reason);
    }

    @Override
    protected void save() {
        end.accept(reason.getValue());
    }
}
