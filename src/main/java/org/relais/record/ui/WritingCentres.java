package org.relais.record.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeState;
import org.relais.shared.CentreId;

/** The centres an author may write for in one record, and which of them is taken unless they choose. */
final class WritingCentres {

    /** Where a draft keeps the centre it is written for. */
    static final String FIELD = "centre";

    private final List<Centre> offered;
    private final CentreId usual;

    /** @param home taken when the person is followed at none of the author's centres */
    WritingCentres(Centres centres, Grant record, List<EpisodeRow> episodes, Centre home) {
        this.offered = centres.all().stream()
                .filter(centre -> record.centres().contains(centre.id()))
                .toList();
        this.usual = episodes.stream()
                .filter(episode -> episode.state().live() && record.centres().contains(episode.centre()))
                .min(Comparator.comparingInt(WritingCentres::distance))
                .map(EpisodeRow::centre)
                .orElse(home.id());
    }

    /** In the order of the house; one only, for most authors. */
    List<Centre> offered() {
        return offered;
    }

    /** Where the person stays, or else where they are followed, or have asked. */
    CentreId usual() {
        return usual;
    }

    /** The centre that a draft was written for, while it is still one of the author's. */
    CentreId of(Map<String, String> draft) {
        return find(draft.get(FIELD));
    }

    private CentreId find(@Nullable String kept) {
        return offered.stream()
                .map(Centre::id)
                .filter(id -> id.toString().equals(kept))
                .findFirst()
                .orElse(usual);
    }

    private static int distance(EpisodeRow episode) {
        if (episode.state() != EpisodeState.OPEN) {
            return 2;
        }
        return episode.kind() == EpisodeKind.INPATIENT ? 0 : 1;
    }
}
