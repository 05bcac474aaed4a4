package org.relais.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.shared.Utc;

/**
 * Removes a month of the log whose retention is over. What stays: its epochs, and a signed tombstone. Through an account
 * that may drop a partition, which none of Relais may.
 */
final class Retirement {

    private final JdbcClient administrator;
    private final SealTables tables;
    private final String schema;

    Retirement(JdbcClient administrator, String schema) {
        this.administrator = administrator;
        this.tables = new SealTables(administrator, schema);
        this.schema = schema + ".";
    }

    /** Whether the month has a partition of its own. */
    boolean standsAlone(int month) {
        return administrator
                        .sql("SELECT COUNT(*) FROM information_schema.PARTITIONS WHERE CONCAT(TABLE_SCHEMA, '.') = ?"
                                + " AND TABLE_NAME IN ('access_event', 'access_shown') AND PARTITION_NAME = ?")
                        .param(schema)
                        .param("p" + month)
                        .query(Integer.class)
                        .single()
                == 2;
    }

    /** Rows of the month that no epoch holds. */
    long unsealed(int month) {
        return administrator
                .sql("SELECT COUNT(*) FROM " + schema
                        + "access_event e WHERE e.month = :month AND NOT EXISTS (SELECT 1 FROM "
                        + schema + "audit_epoch_write w WHERE w.month = e.month AND w.event_id = e.id) AND"
                        + " COALESCE(e.node_sequence > (SELECT MAX(r.last_sequence) FROM " + schema
                        + "audit_epoch_range r WHERE r.node = e.node AND r.month = e.month), TRUE)")
                .param("month", month)
                .query(Long.class)
                .single();
    }

    /** Leaves the tombstone, then removes the rows. */
    Tombstone retire(int month, SealingKey key, Instant now) {
        var bounds = administrator
                .sql("SELECT MIN(epoch) AS first, MAX(epoch) AS last FROM (SELECT epoch FROM " + schema
                        + "audit_epoch_range WHERE month = :month UNION ALL SELECT epoch FROM " + schema
                        + "audit_epoch_write WHERE month = :month) e")
                .param("month", month)
                .query((row, at) -> new long[] {row.getLong("first"), row.getLong("last")})
                .single();
        var rows = administrator
                .sql("SELECT COUNT(*) FROM " + schema + "access_event WHERE month = ?")
                .param(month)
                .query(Long.class)
                .single();
        var hash = Tombstone.over(hashes(bounds[0], bounds[1]));
        var at = Utc.column(now).toInstant(java.time.ZoneOffset.UTC);
        var tombstone = new Tombstone(
                month,
                rows,
                bounds[0],
                bounds[1],
                hash,
                key.id(),
                at,
                key.sign(Tombstone.signed(month, rows, bounds[0], bounds[1], hash, key.id(), at)));
        insert(tombstone);
        for (var table : new String[] {"access_event", "access_shown"}) {
            administrator
                    .sql("ALTER TABLE " + schema + table + " DROP PARTITION p" + month)
                    .update();
        }
        return tombstone;
    }

    // A thousand epochs at a time: a month has half a million
    private Iterable<String> hashes(long first, long last) {
        return () -> Stream.iterate(first, from -> from <= last && first > 0, from -> from + 1_000)
                .flatMap(from -> tables.epochs(from, Math.min(last, from + 999)).stream())
                .map(Epoch.Sealed::storedHash)
                .iterator();
    }

    private void insert(Tombstone tombstone) {
        administrator
                .sql("INSERT INTO " + schema
                        + "audit_tombstone (month, row_count, first_epoch, last_epoch, epochs_hash,"
                        + " key_id, signed_at, signature) VALUES (?,?,?,?,?,?,?,?)")
                .param(tombstone.month())
                .param(tombstone.rows())
                .param(tombstone.firstEpoch())
                .param(tombstone.lastEpoch())
                .param(HexFormat.of().parseHex(tombstone.epochsHash()))
                .param(tombstone.keyId())
                .param(Utc.column(tombstone.signedAt()))
                .param(tombstone.signature())
                .update();
    }
}
