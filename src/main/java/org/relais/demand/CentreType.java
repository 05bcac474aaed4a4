package org.relais.demand;

import org.relais.centre.CentreKind;
import org.relais.episode.EpisodeKind;

/** Where a treatment takes place (item 1 of the indicator), as far as the house has such places. */
enum CentreType {
    OUT,
    IN,
    LOW;

    static CentreType of(CentreKind centre, EpisodeKind treatment) {
        return centre == CentreKind.LOW_THRESHOLD ? LOW : treatment == EpisodeKind.INPATIENT ? IN : OUT;
    }
}
