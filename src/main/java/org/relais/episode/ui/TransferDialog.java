package org.relais.episode.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeRow;
import org.relais.episode.RequestTransfer;
import org.relais.episode.TransferToUnit;
import org.relais.shared.TransferId;
import org.relais.uikit.DateField;

/** Transfers to another unit of the centre at once, or asks another centre: what is filled in follows the unit. */
class TransferDialog extends ActDialog {

    private final UnitField unit;
    private final BedField bed;
    private final TextField note = new TextField(getTranslation("episode.field.transfer-note"));
    private final DateField wished = new DateField(getTranslation("episode.transfer.field.wished"));
    private final HandOverField handOver;
    private final Paragraph consequence = new Paragraph();
    private final transient TransferId id = TransferId.create();
    private final transient EpisodeRow episode;
    private final transient Commands commands;

    /**
     * @param today the service day, the earliest one to wish for
     * @param handOver keeps its own text
     */
    TransferDialog(
            String person,
            List<Centre> centres,
            LocalDate today,
            EpisodeRow episode,
            HandOverField handOver,
            Function<Unit, List<Bed>> freeBeds,
            Commands commands) {
        super("episode.transfer", person);
        this.episode = episode;
        this.commands = commands;
        this.handOver = handOver;
        unit = new UnitField(
                getTranslation("episode.field.unit"),
                centres,
                offered -> !offered.id().equals(episode.unit()));
        bed = new BedField(getTranslation("episode.field.bed"), freeBeds);
        wished.setMin(today);
        wished.setValue(today);
        wished.setRequiredIndicatorVisible(true);
        consequence.addClassName("relais-secondary");
        unit.addValueChangeListener(_ -> follow());
        errors().register("unit", unit)
                .register("bed", bed)
                .register("note", note)
                .register("wishedOn", wished)
                .register("handOver", handOver);
        addFields(unit, bed, note, wished, handOver, handOver.status(), consequence);
        follow();
    }

    @Override
    void act() {
        var to = unit.required();
        if (across()) {
            commands.request()
                    .accept(new RequestTransfer(
                            id,
                            episode.id(),
                            episode.version(),
                            to.id(),
                            wished.getValue(),
                            null,
                            handOver.getValue()));
        } else {
            commands.transfer()
                    .accept(new TransferToUnit(
                            episode.id(), episode.version(), to.id(), bed.chosen(), note.getValue(), null));
        }
    }

    private boolean across() {
        var chosen = unit.getValue();
        return chosen != null && !chosen.centre().equals(episode.centre());
    }

    private void follow() {
        var across = across();
        bed.offer(across ? null : unit.getValue());
        bed.setVisible(!across);
        note.setVisible(!across);
        wished.setVisible(across);
        handOver.setVisible(across);
        handOver.status().setVisible(across);
        if (unit.getValue() != null) {
            consequence.setText(getTranslation(across ? "episode.transfer.across" : "episode.transfer.within"));
        }
        name(across ? "episode.transfer.request.verb" : "episode.transfer.verb");
    }

    /** What the dialog leads to. */
    record Commands(Consumer<TransferToUnit> transfer, Consumer<RequestTransfer> request) {}
}
