package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeChange.Occurrence;
import org.relais.episode.EpisodeChange.OutpatientStarted;
import org.relais.episode.EpisodeChange.PersonAdmitted;
import org.relais.shared.EpisodeEventId;

/** Begins stays and follow-ups: the unit's part in the care begins with the episode, whatever its first act is. */
@Component
class EpisodeBeginnings {

    private final EpisodeActs acts;
    private final StayRows stays;
    private final EpisodeJournal journal;

    EpisodeBeginnings(EpisodeActs acts, StayRows stays, EpisodeJournal journal) {
        this.acts = acts;
        this.stays = stays;
        this.journal = journal;
    }

    void admit(Authority authority, Episode episode, Unit unit, @Nullable Bed bed, BedConsent consent, Instant at) {
        episode.open(unit, at);
        var first = begun(authority, episode);
        stays.begin(authority, episode, unit.id(), bed, consent, at);
        journal.write(
                new PersonAdmitted(
                        occurrence(authority, episode, unit, at, null),
                        bed == null ? null : bed.id(),
                        bed == null ? "" : bed.label()),
                first);
    }

    void startOutpatient(Authority authority, Episode episode, Unit unit, Instant at) {
        episode.open(unit, at);
        var first = begun(authority, episode);
        journal.write(new OutpatientStarted(occurrence(authority, episode, unit, at, null)), first);
    }

    /** @return whether the episode is new */
    boolean begun(Authority authority, Episode episode) {
        var first = episode.isNew();
        acts.save(episode);
        if (first) {
            acts.follow(authority, episode);
        }
        return first;
    }

    static Occurrence occurrence(Authority authority, Episode episode, Unit unit, Instant at, @Nullable String note) {
        return new Occurrence(
                authority,
                EpisodeEventId.create(),
                episode.episode(),
                episode.person(),
                unit.centre(),
                unit.id(),
                unit.name(),
                episode.kind(),
                at,
                note);
    }
}
