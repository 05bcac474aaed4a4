package org.relais.oversight.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** Why a report does not speak of what a reader did, or speaks of it again. */
final class LeaveOutDialog extends Dialog {

    private static final int REASON = 500;

    /** @param key of the act, with its title, its text and its verb */
    LeaveOutDialog(String key, String reader, Consumer<String> decide) {
        addClassName("relais-confirm");
        setHeaderTitle(getTranslation(key + ".title", reader));
        setCloseOnOutsideClick(false);
        var reason = new TextArea(getTranslation("oversight.own.field.reason"));
        reason.setMaxLength(REASON);
        reason.setMinRows(2);
        reason.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("reason", reason);
        var verb = new BusyButton(getTranslation(key + ".verb"), () -> {
            if (errors.run(() -> decide.accept(reason.getValue()))) {
                close();
            }
        });
        verb.addThemeName("primary");
        var form = new Div(new Paragraph(getTranslation(key + ".text")), reason);
        form.addClassName("relais-column");
        add(form);
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), verb);
    }
}
