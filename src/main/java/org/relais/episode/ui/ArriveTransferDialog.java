package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.html.Paragraph;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.ArriveTransfer;
import org.relais.episode.Transfer;
import org.relais.shared.Conflict;

/** Says that the person is there, and in a ward in which bed. */
class ArriveTransferDialog extends ActDialog {

    private final BedField bed;
    private final transient Unit unit;
    private final transient Transfer transfer;
    private final transient Consumer<ArriveTransfer> callback;

    ArriveTransferDialog(
            Transfer transfer, Unit unit, Function<Unit, List<Bed>> freeBeds, Consumer<ArriveTransfer> callback) {
        super("episode.transfer.arrive", transfer.name().display());
        this.unit = unit;
        this.transfer = transfer;
        this.callback = callback;
        bed = new BedField(getTranslation("episode.field.bed"), freeBeds);
        bed.offer(unit);
        bed.setVisible(unit.kind().inpatient());
        freeBeds.apply(unit).stream()
                .filter(free -> free.id().equals(transfer.bed()))
                .findFirst()
                .ifPresent(bed::setValue);
        errors().register("bed", bed);
        var consequence = new Paragraph(getTranslation("episode.transfer.arrive.consequence"));
        consequence.addClassName("relais-secondary");
        addFields(bed, consequence);
    }

    @Override
    void act() {
        try {
            callback.accept(new ArriveTransfer(transfer.id(), transfer.version(), bed.chosen(), null));
        } catch (Conflict taken) {
            bed.offer(unit);
            throw taken;
        }
    }
}
