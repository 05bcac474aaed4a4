package org.relais.episode;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedReservationId;

/**
 * What is known, and meant, of a bed that is given although something speaks against it.
 *
 * @param uncleaned it is not cleaned yet
 * @param fulfils the reservation in words that was made for this person; null: none
 * @param overriding why a bed kept for somebody else is given, at least 10 characters; otherwise null
 */
public record BedConsent(
        boolean uncleaned,
        @Nullable BedReservationId fulfils,
        @Nullable String overriding) {

    /** Nothing speaks against it. */
    public static final BedConsent NONE = new BedConsent(false, null, null);
}
