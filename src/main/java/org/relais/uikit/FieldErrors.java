package org.relais.uikit;

import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.shared.InvalidInput;
import org.relais.shared.RelaisException;

/**
 * Puts a refusal where it belongs: at the field whose property it names, which also takes the focus, or else in a toast
 * that stays. One instance per form.
 */
public class FieldErrors {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** Registers the field that shows a property of the command. */
    public <F extends Component & HasValidation> FieldErrors register(String property, F field) {
        field.setManualValidation(true);
        fields.put(property, field);
        return this;
    }

    /**
     * Runs a command after clearing what earlier ones said.
     *
     * @return whether it went through; if not, the reason is on the screen and what was typed is still there
     */
    public boolean run(Runnable command) {
        clear();
        try {
            command.run();
            return true;
        } catch (RelaisException refusal) {
            show(refusal);
            return false;
        }
    }

    /** Shows one refusal. */
    public void show(RelaisException refusal) {
        var text = I18NProvider.translate(refusal.key(), refusal.arguments());
        var field = refusal instanceof InvalidInput input ? fields.get(input.field()) : null;
        if (field == null) {
            Toast.error(text);
            return;
        }
        var focusTaken = fields.values().stream().anyMatch(HasValidation::isInvalid);
        field.setErrorMessage(text);
        field.setInvalid(true);
        if (!focusTaken && field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Takes all messages off the fields. */
    public void clear() {
        fields.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage("");
        });
    }
}
