package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PlaceOfferId;
import org.relais.shared.UnitId;

/**
 * Offers somebody who waits a place in a unit one's centre has.
 *
 * @param id given by the screen: twice with one id is once
 * @param episode the waiting
 * @param expectedVersion of the waiting
 * @param bed a bed of the unit; null: a place in the unit, no bed yet
 * @param beginsOn from which service day of the unit's centre: today to {@value PlaceOffers#DAYS_AHEAD} days ahead
 * @param holdsUntil until when it waits for an answer: later than now, at most {@value PlaceOffers#DAYS_HELD} days
 */
public record OfferPlace(
        PlaceOfferId id,
        EpisodeId episode,
        long expectedVersion,
        UnitId unit,
        @Nullable BedId bed,
        LocalDate beginsOn,
        Instant holdsUntil) {}
