package org.relais.episode;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BedId;
import org.relais.shared.TransferId;

/**
 * Accepts a transfer to one's own unit.
 *
 * @param expectedVersion of the transfer
 * @param expectedOn when the person is expected, today or later; of a guest the days are those asked for
 * @param bed a bed of the ward thought of; null: none yet
 */
public record AcceptTransfer(
        TransferId transfer,
        long expectedVersion,
        @Nullable LocalDate expectedOn,
        @Nullable BedId bed) {}
