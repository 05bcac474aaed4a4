package org.relais.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.episode.BedCondition;
import org.relais.episode.BedKeeping;
import org.relais.episode.ChangeBed;
import org.relais.episode.EpisodeService;
import org.relais.shared.BedId;
import org.relais.shared.UnitId;

/** Cleans a bed before somebody comes into it, as the ward does. */
@Component
@ConditionalOnProperty("relais.demonstration")
class ReadyBeds {

    private final EpisodeService episodes;
    private final BedKeeping keeping;
    private final AccessService access;

    ReadyBeds(EpisodeService episodes, BedKeeping keeping, AccessService access) {
        this.episodes = episodes;
        this.keeping = keeping;
        this.access = access;
    }

    void prepare(UnitId unit, @Nullable BedId bed) {
        if (bed == null) {
            return;
        }
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        episodes.beds(scope, unit).stream()
                .filter(row -> row.bed().id().equals(bed) && row.state().condition() == BedCondition.TO_CLEAN)
                .forEach(row ->
                        keeping.change(scope, ChangeBed.cleaned(bed, row.state().version())));
    }
}
