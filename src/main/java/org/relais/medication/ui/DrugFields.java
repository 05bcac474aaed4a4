package org.relais.medication.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.medication.DrugForm;
import org.relais.medication.DrugList;
import org.relais.medication.DrugRoute;
import org.relais.medication.OrderedDrug;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.uikit.FieldErrors;

/** Which drug, in which form and by which route: from the list, or as it is typed. */
final class DrugFields extends Div {

    private final ComboBox<Choice> drug;
    private final TextField strength;
    private final Select<DrugForm> form = new Select<>();
    private final Select<DrugRoute> route = new Select<>();
    private final Select<String> unit = new Select<>();
    private final transient DrugList list;
    private transient Consumer<@Nullable OrderedDrug> changed = chosen -> {};

    DrugFields(MedicationDesk desk, MedicationWords words, CentreId centre, FieldErrors errors) {
        list = desk.definitions().drugs(centre);
        drug = new ComboBox<>(words.say("medication.order.drug"));
        drug.setItems(list.drugs().stream()
                .map(one -> new Choice(one.code(), one.name().in(getLocale())))
                .toList());
        drug.setItemLabelGenerator(Choice::name);
        drug.setAllowCustomValue(true);
        drug.setHelperText(words.say("medication.order.drug.help"));
        drug.setRequiredIndicatorVisible(true);
        drug.addCustomValueSetListener(event -> drug.setValue(new Choice(null, event.getDetail())));
        strength = new TextField(words.say("medication.order.strength"));
        form.setLabel(words.say("medication.order.form"));
        form.setItems(DrugForm.values());
        form.setEmptySelectionAllowed(true);
        form.setItemLabelGenerator(one -> one == null ? "" : words.say(one.key()));
        route.setLabel(words.say("medication.order.route"));
        route.setItems(DrugRoute.values());
        route.setItemLabelGenerator(one -> words.say(one.key()));
        unit.setLabel(words.say("medication.order.unit"));
        unit.setItems(list.units());
        drug.addValueChangeListener(change -> choose(change.getValue()));
        var details = new Div(strength, form, route, unit);
        details.addClassName("relais-medication-details");
        add(drug, details);
        addClassName("relais-medication-fields");
        errors.register("drug", drug)
                .register("strength", strength)
                .register("route", route)
                .register("unit", unit);
    }

    void onChanged(Consumer<@Nullable OrderedDrug> listener) {
        changed = listener;
    }

    void focus() {
        drug.focus();
    }

    /** The unit of the doses; empty while none is chosen. */
    String unit() {
        return unit.getValue() == null ? "" : unit.getValue();
    }

    OrderedDrug value() {
        var chosen = drug.getValue();
        if (chosen == null) {
            throw new InvalidInput("drug", "shared.error.required");
        }
        if (route.getValue() == null) {
            throw new InvalidInput("route", "shared.error.required");
        }
        if (unit.getValue() == null) {
            throw new InvalidInput("unit", "shared.error.required");
        }
        return new OrderedDrug(
                chosen.code(), chosen.name(), strength.getValue(), form.getValue(), route.getValue(), unit.getValue());
    }

    void fill(OrderedDrug ordered) {
        drug.setValue(new Choice(ordered.code(), ordered.name()));
        strength.setValue(ordered.strength() == null ? "" : ordered.strength());
        form.setValue(ordered.form());
        route.setValue(ordered.route());
        unit.setValue(ordered.unit());
    }

    private void choose(@Nullable Choice choice) {
        if (choice == null) {
            changed.accept(null);
            return;
        }
        list.drug(choice.code()).ifPresent(usual -> {
            form.setValue(usual.form());
            route.setValue(usual.route());
            unit.setValue(usual.unit());
        });
        changed.accept(new OrderedDrug(
                choice.code(),
                choice.name(),
                null,
                null,
                route.getValue() == null ? DrugRoute.ORAL : route.getValue(),
                unit()));
    }

    /** @param code null for a drug that is not in the list */
    private record Choice(@Nullable String code, String name) {}
}
