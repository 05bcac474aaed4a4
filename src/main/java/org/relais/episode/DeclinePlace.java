package org.relais.episode;

import org.relais.shared.PlaceOfferId;

/**
 * The person does not want the place that was offered.
 *
 * @param reason in their words, one line
 * @param leavesList whether they no longer wait either; otherwise they keep their rank
 */
public record DeclinePlace(PlaceOfferId offer, long expectedVersion, String reason, boolean leavesList) {}
