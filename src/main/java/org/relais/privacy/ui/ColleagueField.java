package org.relais.privacy.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.ComboBox;

import org.relais.centre.Centre;
import org.relais.privacy.ui.PrivacyWords.Colleague;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;

/** Finds a colleague by a part of their name, role or centre. */
class ColleagueField extends ComboBox<Colleague> {

    @SuppressWarnings("this-escape")
    ColleagueField(String label, List<Colleague> colleagues) {
        super(label);
        setItems(colleagues);
        setItemLabelGenerator(one -> one.card().name() + ", "
                + getTranslation(one.card().role().key())
                + one.centres().stream().map(Centre::name).collect(Collectors.joining(", ", " · ", "")));
        setRequiredIndicatorVisible(true);
    }

    /** Who is chosen, refused at this property when nobody is. */
    StaffId required(String property) {
        return getOptionalValue()
                .orElseThrow(() -> new InvalidInput(property, "shared.error.required"))
                .card()
                .id();
    }
}
