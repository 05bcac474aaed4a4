package org.relais.history.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

import org.relais.history.AgeAnswer;

/** An age as told: the years, that they are not known, or nothing because it was not asked. */
class AgeField extends Div {

    private final IntegerField years = new IntegerField();
    private final Checkbox notKnown = new Checkbox();

    AgeField(String label, String notKnownLabel) {
        years.setLabel(label);
        notKnown.setLabel(notKnownLabel);
        notKnown.setAriaLabel(label + ", " + notKnownLabel);
        // The last of the two that was touched holds
        years.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                notKnown.setValue(false);
            }
        });
        notKnown.addValueChangeListener(change -> {
            if (change.getValue()) {
                years.clear();
            }
        });
        addClassName("relais-age-answer");
        add(years, notKnown);
    }

    /** The field, for its errors. */
    IntegerField field() {
        return years;
    }

    void tell(@Nullable AgeAnswer told) {
        years.setValue(told == null ? null : told.years());
        notKnown.setValue(told != null && told.years() == null);
    }

    @Nullable
    AgeAnswer told() {
        if (notKnown.getValue()) {
            return AgeAnswer.NOT_KNOWN;
        }
        return years.getValue() == null ? null : AgeAnswer.of(years.getValue());
    }
}
