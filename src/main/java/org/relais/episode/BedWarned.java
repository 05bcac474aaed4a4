package org.relais.episode;

import org.relais.centre.Bed;
import org.relais.shared.Conflict;

/** Something speaks against giving the bed, and the command does not say that it is meant: {@link BedConsent}. */
public class BedWarned extends Conflict {

    private final Warning warning;

    BedWarned(Bed bed, Warning warning) {
        super(warning == Warning.TO_CLEAN ? "episode.error.bed-to-clean" : "episode.error.bed-reserved", bed.label());
        this.warning = warning;
    }

    public Warning warning() {
        return warning;
    }

    /** What speaks against it. */
    public enum Warning {
        TO_CLEAN,
        RESERVED
    }
}
