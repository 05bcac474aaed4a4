package org.relais.aftercare.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.aftercare.FollowUpRow;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Names who makes the contacts; nobody: somebody of the unit. */
final class WorkerDialog extends FormDialog {

    private final ComboBox<StaffCard> worker = new ComboBox<>(getTranslation("aftercare.worker"));
    private final transient Consumer<@Nullable StaffId> save;

    WorkerDialog(AftercareDesk desk, FollowUpRow row, Consumer<@Nullable StaffId> save) {
        super(translate("aftercare.hand.title"), translate("aftercare.hand.verb"));
        this.save = save;
        worker.setItems(desk.colleagues(row.centre()));
        worker.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        worker.setClearButtonVisible(true);
        worker.setHelperText(getTranslation("aftercare.worker.help"));
        worker.addClassName("relais-wide");
        desk.colleagues(row.centre()).stream()
                .filter(card -> card.id().equals(row.worker()))
                .findFirst()
                .ifPresent(worker::setValue);
        add("worker", worker);
        var consequence = new Paragraph(getTranslation("aftercare.hand.consequence"));
        consequence.addClassNames("relais-wide", "relais-secondary");
        fields(consequence);
    }

    @Override
    protected void save() {
        save.accept(worker.isEmpty() ? null : worker.getValue().id());
    }
}
