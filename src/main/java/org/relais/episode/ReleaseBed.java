package org.relais.episode;

import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;

/** Keeps a bed for nobody any more. */
public record ReleaseBed(BedId bed, BedReservationId reservation) {}
