package org.relais.episode.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.ComboBox;

import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;

/** Chooses a unit, named with its centre. */
class UnitField extends ComboBox<Unit> {

    UnitField(String label, List<Centre> centres, Predicate<Unit> offered) {
        super(label);
        Map<CentreId, String> names = centres.stream().collect(Collectors.toMap(Centre::id, Centre::name));
        setItems(centres.stream()
                .flatMap(centre -> centre.units().stream())
                .filter(offered)
                .toList());
        setItemLabelGenerator(unit -> names.getOrDefault(unit.centre(), "") + " · " + unit.name());
        setRequiredIndicatorVisible(true);
    }

    /** Chooses the only one there is. */
    UnitField preselected() {
        var items = getListDataView().getItems().toList();
        if (items.size() == 1) {
            setValue(items.getFirst());
        }
        return this;
    }

    /** The unit chosen, refused at this field when there is none. */
    Unit required() {
        return getOptionalValue().orElseThrow(() -> new InvalidInput("unit", "shared.error.required"));
    }
}
