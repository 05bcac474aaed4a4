package org.relais.episode.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** A dialog for one act: what is refused stands at its field and the dialog stays, otherwise it closes. */
abstract class ActDialog extends Dialog {

    private final FieldErrors errors = new FieldErrors();
    private final Div fields = new Div();
    private final BusyButton confirm;

    /** @param key of the act: its {@code .title} names the act and the person, its {@code .verb} stands on the button */
    @SuppressWarnings("this-escape")
    ActDialog(String key, String person) {
        addClassName("relais-episode-dialog");
        setHeaderTitle(getTranslation(key + ".title", person));
        setCloseOnOutsideClick(false);
        fields.addClassName("relais-episode-fields");
        add(fields);
        confirm = new BusyButton(getTranslation(key + ".verb"), this::confirm);
        confirm.addThemeName("primary");
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), confirm);
    }

    /** Hands the command to whoever opened the dialog. */
    abstract void act();

    /** Says otherwise on the button what it does. */
    final void name(String key) {
        confirm.setText(getTranslation(key));
    }

    FieldErrors errors() {
        return errors;
    }

    void addFields(Component... components) {
        fields.add(components);
    }

    private void confirm() {
        if (errors.run(this::act)) {
            close();
        }
    }
}
