package org.relais.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a check of the whole log came to.
 *
 * @param at when it began
 * @param through the newest epoch it saw; 0 when there is none
 * @param rows how many rows were read and hashed
 * @param waiting rows that no epoch holds yet
 * @param checkpoints lines kept outside the database that it was compared with
 * @param found the faults, in the order of the epochs
 */
public record Findings(Instant at, long through, long rows, long waiting, long checkpoints, List<Finding> found) {

    public Findings {
        found = List.copyOf(found);
    }

    /** Whether nothing was found. */
    public boolean clean() {
        return found.isEmpty();
    }
}
