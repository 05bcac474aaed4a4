package org.relais.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** A short form over the page: one button that saves, refusals at their fields, what was typed stays on a refusal. */
abstract class FormDialog extends Dialog {

    private final transient FieldErrors errors = new FieldErrors();

    FormDialog(String title, String verb) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        addClassName("relais-staff-dialog");
        var save = new BusyButton(verb, () -> {
            if (errors.run(this::save)) {
                close();
            }
        });
        save.addThemeName("primary");
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), save);
    }

    /** Sends the command; the dialog closes when it returns without a refusal. */
    abstract void save();

    final FieldErrors errors() {
        return errors;
    }

    final void fields(Component... fields) {
        var form = new Div(fields);
        form.addClassName("relais-staff-form");
        add(form);
    }
}
