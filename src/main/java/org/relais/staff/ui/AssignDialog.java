package org.relais.staff.ui;

import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.UnitId;
import org.relais.uikit.FormDialog;

/** Assigns a colleague to a centre or to one of its units. */
final class AssignDialog extends FormDialog {

    private final transient PlaceFields place;
    private final transient BiConsumer<CentreId, @Nullable UnitId> assign;

    AssignDialog(String name, List<Centre> centres, BiConsumer<CentreId, @Nullable UnitId> assign) {
        super(I18NProvider.translate("staff.assign.title", name), I18NProvider.translate("staff.assign.verb"));
        this.assign = assign;
        place = new PlaceFields(centres, errors());
        place.centre().setRequiredIndicatorVisible(true);
        fields(place.centre(), place.unit());
    }

    @Override
    protected void save() {
        var centre = place.chosenCentre();
        if (centre == null) {
            throw new InvalidInput("centre", "shared.error.required");
        }
        assign.accept(centre, place.chosenUnit());
    }
}
