package org.relais.medication.ui;

import java.util.function.BooleanSupplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

import org.relais.uikit.BusyButton;

/** A short form over the page with one button that does it; what was typed stays on a refusal. */
final class ActDialog extends Dialog {

    private final BusyButton verb;

    /** @param act does it; the dialog closes unless it returns false */
    ActDialog(String title, String verbText, BooleanSupplier act, Component... content) {
        this(title, content);
        verb.setText(verbText);
        verb.addClickListener(event -> {
            if (isOpened() && act.getAsBoolean()) {
                close();
            }
        });
        getFooter().add(verb);
    }

    /** A dialog whose content holds its own buttons. */
    ActDialog(String title, Component... content) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        var fields = new Div(content);
        fields.addClassName("relais-medication-fields");
        addClassName("relais-medication-dialog");
        add(fields);
        verb = new BusyButton("", () -> {});
        verb.addThemeName("primary");
        getFooter().add(new Button(getTranslation("uikit.cancel"), event -> close()));
    }

    /** Puts the focus on the verb, where nothing has to be typed. */
    ActDialog focusVerb() {
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                verb.focus();
            }
        });
        return this;
    }
}
