package org.relais.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the log is sealed.
 *
 * @param last the newest epoch; null before the first
 * @param sealed rows in all epochs
 * @param waiting rows that no epoch holds yet
 * @param check the last check from the first epoch on; null when there was none
 */
public record SealState(
        @Nullable Epoch last,
        long sealed,
        long waiting,
        @Nullable Check check) {

    /**
     * One epoch.
     *
     * @param number counted from 1
     * @param at when it was sealed, by the clock of the database
     * @param hash what a checkpoint holds, in hexadecimal
     */
    public record Epoch(long number, Instant at, String hash) {}

    /**
     * One check.
     *
     * @param at when it was done
     * @param through the newest epoch it saw
     * @param rows how many rows it read
     * @param findings how many faults it named
     */
    public record Check(Instant at, long through, long rows, int findings) {}
}
