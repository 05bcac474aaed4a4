package org.relais.person.ui;

import java.time.LocalDate;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.ValueContext;
import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;

/** Reads date fields without losing what was typed and is no date. */
final class Dates {
    private Dates() {}

    /** @throws InvalidInput when the field holds a text that is no date */
    static @Nullable LocalDate of(String property, DatePicker field) {
        var value = field.getValue();
        if (value == null
                && field.getDefaultValidator()
                        .apply(null, new ValueContext(field, field))
                        .isError()) {
            throw new InvalidInput(property, "person.error.date");
        }
        return value;
    }
}
