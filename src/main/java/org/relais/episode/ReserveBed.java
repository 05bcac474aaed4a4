package org.relais.episode;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;

/**
 * Keeps a free bed for somebody who is expected.
 *
 * @param words what it is kept for, without a name; null when it is for a person
 * @param expectedAt when they should come
 */
public record ReserveBed(
        BedReservationId id, BedId bed, @Nullable String words, Instant expectedAt) {}
