package org.relais.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.Utc;

/** Tells how far the log is sealed. Not a door to anything: numbers and times only. */
@Component
public class Seals {

    /** How long after it was written a row is looked for on the short way. */
    static final Duration RECENT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String schema;

    Seals(JdbcClient jdbc, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.schema = properties.schema();
    }

    /** The state of this moment, in a few short reads. */
    public SealState latest() {
        var total = jdbc.sql("SELECT total_rows FROM " + schema + ".audit_epoch ORDER BY number DESC LIMIT 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new SealState(last(), total, waiting(), check());
    }

    private SealState.@Nullable Epoch last() {
        return jdbc.sql("SELECT number, sealed_at, hash FROM " + schema + ".audit_epoch ORDER BY number DESC LIMIT 1")
                .query((row, at) -> new SealState.Epoch(
                        row.getLong("number"),
                        Utc.instant(row, "sealed_at"),
                        HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional()
                .orElse(null);
    }

    private long waiting() {
        var since = clock.instant().minus(RECENT);
        return jdbc.sql("SELECT COUNT(*) FROM " + schema + ".access_event e"
                        + " WHERE e.month >= :month AND e.occurred_at >= :since AND (e.node_sequence > COALESCE((SELECT"
                        + " MAX(r.last_sequence) FROM " + schema + ".audit_epoch_range r WHERE r.node = e.node"
                        + " AND r.month = e.month), 0) OR e.node_sequence IS NULL AND NOT EXISTS (SELECT 1 FROM "
                        + schema + ".audit_epoch_write w WHERE w.month = e.month AND w.event_id = e.id))")
                .param("month", AccessRow.monthOf(since))
                .param("since", Utc.column(since))
                .query(Long.class)
                .single();
    }

    private SealState.@Nullable Check check() {
        return jdbc.sql("SELECT checked_at, through_epoch, row_count, findings FROM " + schema
                        + ".audit_check ORDER BY checked_at DESC LIMIT 1")
                .query((row, at) -> new SealState.Check(
                        Utc.instant(row, "checked_at"),
                        row.getLong("through_epoch"),
                        row.getLong("row_count"),
                        row.getInt("findings")))
                .optional()
                .orElse(null);
    }
}
