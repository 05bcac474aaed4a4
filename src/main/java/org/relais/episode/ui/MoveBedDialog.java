package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.BedWarned;
import org.relais.episode.EpisodeRow;
import org.relais.episode.MoveBed;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;

/** Moves to another free bed of the unit. */
class MoveBedDialog extends ActDialog {

    private final BedField bed;
    private final BedConsentFields consent = new BedConsentFields();
    private final Unit unit;
    private final EpisodeRow episode;
    private final transient Consumer<MoveBed> callback;

    MoveBedDialog(
            String person,
            Unit unit,
            EpisodeRow episode,
            Function<Unit, List<Bed>> freeBeds,
            Consumer<MoveBed> callback) {
        super("episode.move", person);
        this.unit = unit;
        this.episode = episode;
        this.callback = callback;
        bed = new BedField(getTranslation("episode.field.bed"), freeBeds);
        bed.offer(unit);
        bed.addValueChangeListener(_ -> consent.reset());
        errors().register("bed", bed).register("overriding", consent.overriding());
        addFields(bed, consent);
    }

    @Override
    void act() {
        var chosen = bed.chosen();
        if (chosen == null) {
            throw new InvalidInput("bed", "shared.error.required");
        }
        try {
            callback.accept(new MoveBed(episode.id(), episode.version(), chosen, null, consent.consent()));
        } catch (BedWarned warned) {
            consent.ask(warned);
            throw warned;
        } catch (Conflict taken) {
            bed.offer(unit);
            throw taken;
        }
    }
}
