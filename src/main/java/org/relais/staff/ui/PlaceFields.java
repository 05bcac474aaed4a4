package org.relais.staff.ui;

import java.util.List;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;
import org.relais.uikit.FieldErrors;

/** Two fields that belong together: a centre, and one of its units or the whole of it. */
final class PlaceFields {

    private final ComboBox<Centre> centre = new ComboBox<>(I18NProvider.translate("staff.field.centre"));
    private final Select<Unit> unit = new Select<>();

    PlaceFields(List<Centre> centres, FieldErrors errors) {
        centre.setItems(centres);
        centre.setItemLabelGenerator(Centre::name);
        var whole = I18NProvider.translate("staff.place.whole");
        unit.setLabel(I18NProvider.translate("staff.field.unit"));
        unit.setEmptySelectionAllowed(true);
        unit.setEmptySelectionCaption(whole);
        unit.setPlaceholder(whole);
        unit.setItemLabelGenerator(one -> one == null ? whole : one.name());
        unit.setEnabled(false);
        centre.addValueChangeListener(change -> {
            var chosen = change.getValue();
            unit.setItems(chosen == null ? List.of() : chosen.units());
            unit.setEnabled(chosen != null && !chosen.units().isEmpty());
        });
        errors.register("centre", centre).register("unit", unit);
        if (centres.size() == 1) {
            centre.setValue(centres.getFirst());
        }
    }

    ComboBox<Centre> centre() {
        return centre;
    }

    Select<Unit> unit() {
        return unit;
    }

    @Nullable
    CentreId chosenCentre() {
        return centre.getValue() == null ? null : centre.getValue().id();
    }

    @Nullable
    UnitId chosenUnit() {
        return unit.getValue() == null ? null : unit.getValue().id();
    }
}
