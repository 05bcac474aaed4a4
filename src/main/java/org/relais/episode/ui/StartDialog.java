package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.episode.EpisodeRow;
import org.relais.episode.StartOutpatient;

/** Begins an outpatient follow-up. */
class StartDialog extends ActDialog {

    private final UnitField unit;
    private final @Nullable EpisodeRow follows;
    private final transient Consumer<StartOutpatient> callback;

    StartDialog(String person, List<Centre> centres, @Nullable EpisodeRow follows, Consumer<StartOutpatient> callback) {
        super("episode.start", person);
        this.follows = follows;
        this.callback = callback;
        unit = new UnitField(
                getTranslation("episode.field.unit"),
                centres,
                offered -> !offered.kind().inpatient()
                        && (follows == null || offered.id().equals(follows.unit())));
        errors().register("unit", unit);
        addFields(unit.preselected());
    }

    @Override
    void act() {
        callback.accept(new StartOutpatient(
                follows == null ? null : follows.id(),
                follows == null ? 0 : follows.version(),
                unit.required().id(),
                null));
    }
}
