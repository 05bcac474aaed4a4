package org.relais.privacy.ui;

import java.time.LocalDate;

import com.vaadin.flow.data.binder.ValueContext;
import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;
import org.relais.uikit.DateField;

/** Reads date fields without losing what was typed and is no date. */
final class Days {

    private Days() {}

    /** @throws InvalidInput when the field holds a text that is no date */
    static @Nullable LocalDate optional(String property, DateField field) {
        var value = field.getValue();
        if (value == null
                && field.getDefaultValidator()
                        .apply(null, new ValueContext(field, field))
                        .isError()) {
            throw new InvalidInput(property, "uikit.date-field.bad");
        }
        return value;
    }

    /** @throws InvalidInput when there is none, or a text that is no date */
    static LocalDate required(String property, DateField field) {
        var value = optional(property, field);
        if (value == null) {
            throw new InvalidInput(property, "shared.error.required");
        }
        return value;
    }
}
