package org.relais.episode;

import org.relais.centre.Bed;
import org.relais.shared.BedId;
import org.relais.shared.Conflict;

/** Somebody else is in the bed, or was quicker. Says nothing of who: ask {@link EpisodeService#beds} for that. */
public class BedTaken extends Conflict {

    private final transient BedId bed;

    BedTaken(Bed bed) {
        super("episode.error.bed-taken", bed.label());
        this.bed = bed.id();
    }

    public BedId bed() {
        return bed;
    }
}
