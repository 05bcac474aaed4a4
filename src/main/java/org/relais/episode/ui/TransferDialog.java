package org.relais.episode.ui;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeRow;
import org.relais.episode.TransferToUnit;
import org.relais.shared.CentreId;

/** Transfers to another unit; a bed can be given only where the user works. */
class TransferDialog extends ActDialog {

    private final UnitField unit;
    private final BedField bed;
    private final TextField note = new TextField(getTranslation("episode.field.transfer-note"));
    private final EpisodeRow episode;
    private final transient Consumer<TransferToUnit> callback;

    TransferDialog(
            String person,
            List<Centre> centres,
            Set<CentreId> own,
            EpisodeRow episode,
            Function<Unit, List<Bed>> freeBeds,
            Consumer<TransferToUnit> callback) {
        super("episode.transfer", person);
        this.episode = episode;
        this.callback = callback;
        unit = new UnitField(
                getTranslation("episode.field.unit"),
                centres,
                offered -> !offered.id().equals(episode.unit()));
        bed = new BedField(getTranslation("episode.field.bed"), freeBeds);
        var consequence = new Paragraph();
        consequence.addClassName("relais-secondary");
        unit.addValueChangeListener(event -> {
            var chosen = event.getValue();
            bed.offer(chosen != null && own.contains(chosen.centre()) ? chosen : null);
            consequence.setText(
                    chosen == null
                            ? ""
                            : getTranslation(
                                    chosen.centre().equals(episode.centre())
                                            ? "episode.transfer.within"
                                            : "episode.transfer.across"));
        });
        errors().register("unit", unit).register("bed", bed).register("note", note);
        addFields(unit, bed, note, consequence);
    }

    @Override
    void act() {
        callback.accept(new TransferToUnit(
                episode.id(), episode.version(), unit.required().id(), bed.chosen(), note.getValue(), null));
    }
}
