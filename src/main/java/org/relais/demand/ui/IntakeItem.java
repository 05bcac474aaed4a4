package org.relais.demand.ui;

import java.util.Locale;
import java.util.Objects;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.demand.DemandRule;
import org.relais.demand.DemandRule.Choice;
import org.relais.demand.IntakeAnswer;
import org.relais.demand.IntakeField;
import org.relais.demand.SaveIntake;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;

/**
 * One item: answers that are found by typing their beginning, or an age beside the box that it is not known. What another
 * room knows stands in it already, with where it comes from, and is kept with the others when they are saved.
 */
final class IntakeItem extends Div {

    private final transient IntakeField field;
    private final transient DemandRule rule;
    private final ComboBox<Choice> choice = new ComboBox<>();
    private final IntegerField years = new IntegerField();
    private final Checkbox notKnown = new Checkbox();

    IntakeItem(IntakeField field, DemandRule rule, Formats formats) {
        this.field = field;
        this.rule = rule;
        addClassName("relais-demand-field");
        var label = getTranslation(field.item().item().key());
        if (field.item().years()) {
            years.setLabel(label);
            years.setReadOnly(!field.writable());
            notKnown.setLabel(word(rule.notKnown()));
            notKnown.setReadOnly(!field.writable());
            notKnown.addValueChangeListener(event -> {
                if (event.getValue()) {
                    years.clear();
                }
            });
            years.addValueChangeListener(event -> {
                if (event.getValue() != null) {
                    notKnown.setValue(false);
                }
            });
            add(years, notKnown);
        } else {
            choice.setLabel(label);
            choice.setItems(field.item().choices());
            choice.setItemLabelGenerator(one -> one.name().in(getLocale()));
            choice.setReadOnly(!field.writable());
            choice.setPlaceholder(getTranslation("demand.intake.not-asked"));
            add(choice);
        }
        fill(formats);
    }

    private void fill(Formats formats) {
        var answer = field.answer();
        var known = field.known();
        if (answer != null) {
            put(answer.code(), answer.years());
        } else if (known != null) {
            put(known.code(), null);
            choice.setHelperText(
                    getTranslation("demand.intake.known", getTranslation(known.source()), formats.date(known.day())));
        }
    }

    private void put(@Nullable String code, @Nullable Integer age) {
        if (field.item().years()) {
            if (age != null) {
                years.setValue(age);
            }
            notKnown.setValue(age == null && rule.notKnown().equals(code));
        } else {
            field.item().choices().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .ifPresent(choice::setValue);
        }
    }

    Section section() {
        return field.item().section();
    }

    /** Whether there is something to keep: a new answer, another one, or an answer taken away that stays. */
    boolean changed() {
        var answer = field.answer();
        var code = code();
        var age = age();
        if (!field.writable()) {
            return false;
        }
        return answer == null
                ? code != null || age != null
                : !Objects.equals(code, answer.code()) || !Objects.equals(age, answer.years());
    }

    SaveIntake.Said said() {
        var answer = field.answer();
        return new SaveIntake.Said(field.item().item(), answer == null ? 0 : answer.version(), code(), age());
    }

    void register(FieldErrors errors) {
        var name = field.item().item().name();
        if (field.item().years()) {
            errors.register(name, years);
        } else {
            errors.register(name, choice);
        }
    }

    private @Nullable String code() {
        if (field.item().years()) {
            return notKnown.getValue() ? rule.notKnown() : null;
        }
        return choice.isEmpty() ? null : choice.getValue().code();
    }

    private @Nullable Integer age() {
        return field.item().years() ? years.getValue() : null;
    }

    private String word(String code) {
        return rule.word(field.item().item(), code, getLocale());
    }

    static String say(IntakeAnswer answer, DemandRule rule, Locale locale) {
        var code = answer.code();
        return code == null ? String.valueOf(answer.years()) : rule.word(answer.item(), code, locale);
    }
}
