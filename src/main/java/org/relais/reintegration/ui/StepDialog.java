package org.relais.reintegration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

import org.relais.uikit.BusyButton;
import org.relais.uikit.FirstField;

/** A short form over the page with one button that does it; what was typed stays on a refusal. */
final class StepDialog extends Dialog {

    /**
     * @param verb what the button says
     * @param act does it; the dialog closes unless it returns false
     */
    StepDialog(String title, String verb, java.util.function.BooleanSupplier act, Component... content) {
        addClassName("relais-step-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        add(content);
        var save = new BusyButton(verb, () -> {
            if (isOpened() && act.getAsBoolean()) {
                close();
            }
        });
        save.addThemeName("primary");
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), event -> close()), save);
    }
}
