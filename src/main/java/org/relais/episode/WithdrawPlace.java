package org.relais.episode;

import org.relais.shared.PlaceOfferId;

/** Takes an offer of a place back, also one that was accepted; the reason is one line. */
public record WithdrawPlace(PlaceOfferId offer, long expectedVersion, String reason) {}
