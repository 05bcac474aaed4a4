package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;

/** A short form over the page: one button that saves, refusals at their fields, what was typed stays on a refusal. */
public abstract class FormDialog extends Dialog {

    private final transient FieldErrors errors = new FieldErrors();
    private final Div form = new Div();

    /** @param verb what the button says it does, already translated as the title is */
    protected FormDialog(String title, String verb) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        addClassName("relais-form-dialog");
        form.addClassName("relais-form");
        add(form);
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
    protected abstract void save();

    protected final FieldErrors errors() {
        return errors;
    }

    /** Adds a component that is no field of the command. */
    protected final void fields(Component... fields) {
        form.add(fields);
    }

    /** Adds a field that shows a property of the command. */
    protected final <F extends Component & HasValidation> void add(String property, F field) {
        errors.register(property, field);
        form.add(field);
    }

    /**
     * What a field holds.
     *
     * @throws InvalidInput when it is empty
     */
    protected static <T> T required(String property, HasValue<?, @Nullable T> field) {
        var value = field.getValue();
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new InvalidInput(property, "shared.error.required");
        }
        return value;
    }
}
