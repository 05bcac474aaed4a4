package org.relais.record;

import java.util.HashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.Section;
import org.relais.episode.EpisodeChange;
import org.relais.shared.Discipline;

/** Writes what happens to an episode into the timeline, in the transaction of the act. */
@Component
class EpisodeEntries {

    private final Timeline timeline;

    EpisodeEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    void append(EpisodeChange change) {
        var occurrence = change.occurrence();
        var actor = occurrence.authority().actor();
        var detail = new HashMap<>(change.detail());
        detail.put("kind", occurrence.kind().name());
        var entry = NewEntry.of(
                        occurrence.person(),
                        Section.ADMINISTRATIVE,
                        Discipline.ADMINISTRATIVE,
                        change.act().type(),
                        occurrence.at(),
                        occurrence.centre(),
                        occurrence.source())
                .takenInBy(occurrence.unit())
                .saying(null, occurrence.note())
                .with(detail);
        if (change instanceof EpisodeChange.HandedOver handedOver) {
            timeline.append(
                    occurrence.authority(),
                    entry.saying(null, handedOver.text()).by(handedOver.author()));
            return;
        }
        timeline.append(occurrence.authority(), actor.isTask() ? entry : entry.by(actor.id()));
    }
}
