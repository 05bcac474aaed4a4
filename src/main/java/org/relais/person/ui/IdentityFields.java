package org.relais.person.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.person.Gender;
import org.relais.person.Identity;
import org.relais.person.IdentityVersion;
import org.relais.shared.InvalidInput;
import org.relais.uikit.FieldErrors;

/** The fields by which a person is known. An alias is enough. Knows no service. */
final class IdentityFields extends Div {
    private static final int LONGEST = 80;

    private final TextField alias = new TextField();
    private final TextField givenName = new TextField();
    private final TextField familyName = new TextField();
    private final Checkbox shownUnderAlias = new Checkbox();
    private final DatePicker birthDate = new DatePicker();
    private final TextField birthYear = new TextField();
    private final Select<Gender> gender = new Select<>();

    IdentityFields() {
        addClassName("relais-form");
        alias.setLabel(getTranslation("person.alias.label"));
        alias.setHelperText(getTranslation("person.alias.help"));
        givenName.setLabel(getTranslation("person.given-name"));
        familyName.setLabel(getTranslation("person.family-name"));
        shownUnderAlias.setLabel(getTranslation("person.shown-under-alias"));
        birthDate.setLabel(getTranslation("person.birth-date"));
        birthDate.setLocale(getLocale());
        birthYear.setLabel(getTranslation("person.birth-year"));
        birthYear.setHelperText(getTranslation("person.birth-year.help"));
        gender.setLabel(getTranslation("person.gender"));
        gender.setItems(Gender.values());
        gender.setEmptySelectionAllowed(true);
        gender.setItemLabelGenerator(one -> one == null ? "" : getTranslation(one.key()));
        for (var field : new TextField[] {alias, givenName, familyName}) {
            // One more than allowed, so that a longer text is refused with words instead of being cut.
            field.setMaxLength(LONGEST + 1);
            field.addClassName("relais-wide");
        }
        shownUnderAlias.addClassName("relais-wide");
        alias.getElement().setAttribute("autocomplete", "off");
        add(familyName, givenName, alias, shownUnderAlias, birthDate, birthYear, gender);
    }

    /** Says where refusals of this part of a command stand. */
    void register(FieldErrors errors) {
        errors.register("alias", alias)
                .register("givenName", givenName)
                .register("familyName", familyName)
                .register("birthDate", birthDate)
                .register("birthYear", birthYear);
    }

    void read(IdentityVersion known) {
        set(alias, known.alias());
        set(givenName, known.givenName());
        set(familyName, known.familyName());
        shownUnderAlias.setValue(known.shownUnderAlias() && known.givenName() != null);
        birthDate.setValue(known.birthDate());
        set(birthYear, known.birthYear() == null ? null : String.valueOf(known.birthYear()));
        gender.setValue(known.gender());
    }

    /** @throws InvalidInput when a date or year is typed that is none */
    Identity value() {
        return new Identity(
                alias.getValue(),
                givenName.getValue(),
                familyName.getValue(),
                shownUnderAlias.getValue(),
                Dates.of("birthDate", birthDate),
                year(),
                gender.getValue());
    }

    void focusFirst() {
        familyName.focus();
    }

    private @Nullable Integer year() {
        var typed = birthYear.getValue().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{4}")) {
            throw new InvalidInput("birthYear", "person.error.year");
        }
        return Integer.valueOf(typed);
    }

    private static void set(TextField field, @Nullable String text) {
        field.setValue(text == null ? "" : text);
    }
}
