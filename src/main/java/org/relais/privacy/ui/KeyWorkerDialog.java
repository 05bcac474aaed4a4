package org.relais.privacy.ui;

import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.select.Select;

import org.relais.centre.Centre;
import org.relais.privacy.ui.PrivacyWords.Colleague;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** Names the key worker in one of the author's centres, among who works there. */
final class KeyWorkerDialog extends PrivacyDialog {

    private final Select<Centre> centre = new Select<>();
    private final ColleagueField staff;
    private final transient BiConsumer<CentreId, StaffId> name;

    KeyWorkerDialog(List<Centre> centres, List<Colleague> colleagues, BiConsumer<CentreId, StaffId> name) {
        super("privacy.key-worker.name");
        this.name = name;
        staff = new ColleagueField(getTranslation("privacy.field.colleague"), List.of());
        centre.setLabel(getTranslation("privacy.field.centre"));
        centre.setItemLabelGenerator(Centre::name);
        centre.addValueChangeListener(event -> staff.setItems(colleagues.stream()
                .filter(one -> one.centres().contains(event.getValue()))
                .toList()));
        centre.setItems(centres);
        centre.setValue(centres.getFirst());
        centre.setVisible(centres.size() > 1);
        centre.addClassName("relais-wide");
        staff.addClassName("relais-wide");
        errors().register("staff", staff);
        explain(getTranslation("privacy.key-worker.explain"));
        fields(centre, staff);
    }

    @Override
    void act() {
        name.accept(centre.getValue().id(), staff.required("staff"));
    }
}
