package org.relais.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** A short form over the page: one button that does it, refusals at their fields, what was typed stays on a refusal. */
abstract class PrivacyDialog extends Dialog {

    private final FieldErrors errors = new FieldErrors();

    /** @param key its {@code .title} heads the dialog, its {@code .verb} stands on the button */
    @SuppressWarnings("this-escape")
    PrivacyDialog(String key, Object... arguments) {
        setHeaderTitle(getTranslation(key + ".title", arguments));
        setCloseOnOutsideClick(false);
        addClassName("relais-privacy-dialog");
        var confirm = new BusyButton(getTranslation(key + ".verb"), () -> {
            if (errors.run(this::act)) {
                close();
            }
        });
        confirm.addThemeName("primary");
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), confirm);
    }

    /** Hands over what was filled in; the dialog closes when it returns without a refusal. */
    abstract void act();

    final FieldErrors errors() {
        return errors;
    }

    /** Says what the act does, before the fields. */
    final void explain(String words) {
        add(new Paragraph(words));
    }

    final void fields(Component... fields) {
        var form = new Div(fields);
        form.addClassName("relais-privacy-form");
        add(form);
    }
}
