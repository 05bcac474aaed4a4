package org.relais.episode.ui;

import java.util.List;
import java.util.function.Function;

import com.vaadin.flow.component.combobox.ComboBox;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.shared.BedId;

/** Chooses one of a unit's free beds; they are read again each time the unit changes or a bed was just taken. */
class BedField extends ComboBox<Bed> {

    private final transient Function<Unit, List<Bed>> freeBeds;

    BedField(String label, Function<Unit, List<Bed>> freeBeds) {
        super(label);
        this.freeBeds = freeBeds;
        setItemLabelGenerator(Bed::label);
        setClearButtonVisible(true);
        offer(null);
    }

    /** Offers the free beds of the unit; none of a unit where nobody stays overnight. */
    final void offer(@Nullable Unit unit) {
        var free = unit == null || !unit.kind().inpatient() ? List.<Bed>of() : freeBeds.apply(unit);
        setItems(free);
        setEnabled(!free.isEmpty());
        setHelperText(
                unit == null || !unit.kind().inpatient()
                        ? ""
                        : getTranslation(free.isEmpty() ? "episode.bed.none" : "episode.bed.free", free.size()));
    }

    /** Chooses one of those offered. */
    void choose(@Nullable BedId wanted) {
        getListDataView()
                .getItems()
                .filter(bed -> bed.id().equals(wanted))
                .findFirst()
                .ifPresent(this::setValue);
    }

    @Nullable
    BedId chosen() {
        return getOptionalValue().map(Bed::id).orElse(null);
    }
}
