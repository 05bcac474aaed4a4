package org.relais.episode;

import org.relais.shared.TransferId;

/**
 * Refuses a transfer, takes it back, or ends a guest's days early.
 *
 * @param expectedVersion of the transfer
 * @param reason why, up to 1,000 characters; the other end reads it
 */
public record EndTransfer(TransferId transfer, long expectedVersion, String reason) {}
