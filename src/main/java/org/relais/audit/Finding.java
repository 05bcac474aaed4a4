package org.relais.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One fault of the log.
 *
 * @param kind what was done
 * @param epoch the first epoch concerned; 0 when no epoch holds the rows
 * @param lastEpoch the last epoch concerned
 * @param rows which rows; the fault is one of them or all
 * @param earliest not before this
 * @param latest not after this; null when nothing bounds it but now
 */
public record Finding(
        FindingKind kind,
        long epoch,
        long lastEpoch,
        Rows rows,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    /**
     * A range of rows.
     *
     * @param node whose numbers; null for rows written within a change, or of several nodes
     * @param month yyyymm, or 0 when there are several
     * @param first the first number; 0 when the rows have none
     * @param last the last number
     * @param count how many rows
     * @param events some of them by id, as far as it is known
     */
    public record Rows(@Nullable String node, int month, long first, long last, long count, List<UUID> events) {

        public Rows {
            events = List.copyOf(events);
        }
    }
}
