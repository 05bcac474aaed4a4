package org.relais.episode;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;

/**
 * Says how a bed stands from now on.
 *
 * @param reason why it is closed; otherwise null
 * @param until the day on which it should open again; null when not known, and unless it is closed
 */
public record ChangeBed(
        BedId bed,
        int expectedVersion,
        BedCondition condition,
        @Nullable String reason,
        @Nullable LocalDate until) {

    /** A bed that is cleaned and can be given. */
    public static ChangeBed cleaned(BedId bed, int expectedVersion) {
        return new ChangeBed(bed, expectedVersion, BedCondition.READY, null, null);
    }

    /** A bed that is to be cleaned: also one that opens again. */
    public static ChangeBed toClean(BedId bed, int expectedVersion) {
        return new ChangeBed(bed, expectedVersion, BedCondition.TO_CLEAN, null, null);
    }
}
