package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.episode.Admit;
import org.relais.episode.BedWarned;
import org.relais.shared.BedId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.UnitId;

/** Admits to a ward or residence: the unit, then one of its free beds. */
class AdmitDialog extends ActDialog {

    private final UnitField unit;
    private final BedField bed;
    private final BedConsentFields consent = new BedConsentFields();
    private final @Nullable EpisodeId episode;
    private final long version;
    private final transient Consumer<Admit> callback;

    /**
     * @param centres those the user works in
     * @param follows the enquiry or waiting it follows and its unit; null for a new episode
     */
    AdmitDialog(
            String person,
            List<Centre> centres,
            @Nullable Follows follows,
            Function<Unit, List<Bed>> freeBeds,
            Consumer<Admit> callback) {
        super("episode.admit", person);
        this.episode = follows == null ? null : follows.episode();
        this.version = follows == null ? 0 : follows.version();
        this.callback = callback;
        unit = new UnitField(
                getTranslation("episode.field.unit"),
                centres,
                offered -> offered.kind().inpatient()
                        && (follows == null || offered.id().equals(follows.unit())));
        bed = new BedField(getTranslation("episode.field.bed"), freeBeds);
        unit.addValueChangeListener(event -> bed.offer(event.getValue()));
        bed.addValueChangeListener(_ -> consent.reset());
        errors().register("unit", unit).register("bed", bed).register("overriding", consent.overriding());
        addFields(unit.preselected(), bed, consent);
        if (follows != null) {
            bed.choose(follows.bed());
        }
    }

    @Override
    void act() {
        try {
            callback.accept(new Admit(episode, version, unit.required().id(), bed.chosen(), null, consent.consent()));
        } catch (BedWarned warned) {
            consent.ask(warned);
            throw warned;
        } catch (Conflict taken) {
            bed.offer(unit.getValue());
            throw taken;
        }
    }

    /**
     * What an admission follows.
     *
     * @param bed the one that was offered; null: none
     */
    record Follows(
            EpisodeId episode,
            long version,
            @Nullable UnitId unit,
            @Nullable BedId bed) {

        Follows(EpisodeId episode, long version, @Nullable UnitId unit) {
            this(episode, version, unit, null);
        }
    }
}
