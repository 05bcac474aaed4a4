package org.relais.plan.ui;

import java.util.List;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;

/** Fields that several forms of the plan have. */
final class PlanFields {

    private PlanFields() {}

    /** For which centre is written; shown where there is a choice. */
    static void centre(Select<Centre> field, List<Centre> centres, PlanWords words) {
        field.setLabel(words.say("plan.centre"));
        field.setItems(centres);
        field.setItemLabelGenerator(Centre::name);
        field.setValue(centres.getFirst());
        field.setVisible(centres.size() > 1);
    }

    /** Who looks after something, among the colleagues of a centre. */
    static void colleague(
            ComboBox<StaffCard> field,
            PlanDesk desk,
            PlanWords words,
            PersonId person,
            CentreId centre,
            @Nullable StaffId chosen) {
        var colleagues = desk.colleagues(person, centre);
        field.setItems(colleagues);
        field.setItemLabelGenerator(words::colleague);
        colleagues.stream().filter(card -> card.id().equals(chosen)).findFirst().ifPresent(field::setValue);
    }

    static @Nullable StaffId staff(ComboBox<StaffCard> field) {
        return field.isEmpty() ? null : field.getValue().id();
    }
}
