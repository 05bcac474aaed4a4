package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.html.Paragraph;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.AcceptTransfer;
import org.relais.episode.Transfer;
import org.relais.uikit.DateField;

/** Accepts a transfer: when the person is expected, and the bed thought of; of a guest both ends know the days. */
class AcceptTransferDialog extends ActDialog {

    private final DateField expected = new DateField(getTranslation("episode.transfer.field.expected"));
    private final BedField bed;
    private final transient Transfer transfer;
    private final transient Consumer<AcceptTransfer> callback;

    AcceptTransferDialog(
            Transfer transfer, Unit unit, Function<Unit, List<Bed>> freeBeds, Consumer<AcceptTransfer> callback) {
        super(transfer.key() + ".accept", transfer.name().display());
        this.transfer = transfer;
        this.callback = callback;
        expected.setValue(transfer.wishedOn());
        expected.setRequiredIndicatorVisible(true);
        expected.setVisible(!transfer.asGuest());
        bed = new BedField(getTranslation("episode.transfer.field.bed"), freeBeds);
        bed.offer(unit);
        bed.setVisible(unit.kind().inpatient() && !transfer.asGuest());
        errors().register("expectedOn", expected).register("bed", bed);
        var consequence = new Paragraph(getTranslation(transfer.key() + ".accept.consequence"));
        consequence.addClassName("relais-secondary");
        addFields(expected, bed, consequence);
    }

    @Override
    void act() {
        callback.accept(new AcceptTransfer(transfer.id(), transfer.version(), expected.getValue(), bed.chosen()));
    }
}
