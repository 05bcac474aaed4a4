package org.relais.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.shared.Utc;

/** The tables of the seals, through whichever account the client stands for. */
final class SealTables {

    private static final int ROWS_OF_ONE_STATEMENT = 500;
    private static final String EPOCH = "number, sealed_at, previous_hash, read_root, write_root, read_count,"
            + " write_count, total_rows, complete, key_id, hash, signature";

    private final JdbcClient jdbc;
    private final String schema;

    /** @param schema checked by {@link AuditProperties}, as an identifier cannot be a parameter */
    SealTables(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema + ".";
    }

    /** Takes the head for this transaction; false when another runner has it. */
    boolean lockHead() {
        return jdbc.sql("SELECT id FROM " + schema + "audit_head WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The time by the clock of the database. */
    Instant now() {
        return jdbc.sql("SELECT UTC_TIMESTAMP(6)")
                .query((row, at) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .single();
    }

    Optional<Epoch.Sealed> last() {
        return jdbc.sql("SELECT " + EPOCH + " FROM " + schema + "audit_epoch ORDER BY number DESC LIMIT 1")
                .query((row, at) -> epoch(row, List.of()))
                .optional();
    }

    /** When the last epoch was sealed that left nothing waiting. */
    Optional<Instant> lastComplete() {
        return jdbc.sql("SELECT sealed_at FROM " + schema + "audit_epoch WHERE complete ORDER BY number DESC LIMIT 1")
                .query((row, at) -> Utc.instant(row, "sealed_at"))
                .optional();
    }

    /** The epochs from one number to another with their ranges, in order; two of one number both. */
    List<Epoch.Sealed> epochs(long from, long until) {
        Map<Long, List<Epoch.Range>> ranges = new TreeMap<>();
        jdbc.sql("SELECT epoch, node, month, first_sequence, last_sequence FROM " + schema
                        + "audit_epoch_range WHERE epoch BETWEEN ? AND ?")
                .param(from)
                .param(until)
                .query(row -> {
                    ranges.computeIfAbsent(row.getLong("epoch"), _ -> new ArrayList<>())
                            .add(range(row));
                });
        ranges.values().forEach(list -> list.sort(Epoch.Range.ORDER));
        return jdbc.sql("SELECT " + EPOCH + " FROM " + schema
                        + "audit_epoch WHERE number BETWEEN ? AND ? ORDER BY number, sealed_at")
                .param(from)
                .param(until)
                .query((row, at) -> epoch(row, ranges.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    /** The first epoch that is there; 0 when there is none. */
    long first() {
        return jdbc.sql("SELECT COALESCE(MIN(number), 0) FROM " + schema + "audit_epoch")
                .query(Long.class)
                .single();
    }

    /** The newest number of each node and month among the rows written since; since ever when null. */
    List<Epoch.Range> newest(@Nullable Instant since) {
        var recent = since == null ? "" : " AND month >= :month AND occurred_at >= :since";
        var statement = jdbc.sql("SELECT node, month, 1 AS first_sequence, MAX(node_sequence) AS last_sequence FROM "
                + schema + "access_event WHERE node_sequence IS NOT NULL" + recent
                + " GROUP BY node, month ORDER BY node, month");
        return (since == null
                        ? statement
                        : statement.param("month", AccessRow.monthOf(since)).param("since", Utc.column(since)))
                .query((row, at) -> range(row))
                .list();
    }

    /** The last number of the node and month that an epoch holds; 0 when there is none. */
    long lastSealed(String node, int month) {
        return jdbc.sql("SELECT COALESCE(MAX(last_sequence), 0) FROM " + schema
                        + "audit_epoch_range WHERE node = ? AND month = ?")
                .param(node)
                .param(month)
                .query(Long.class)
                .single();
    }

    /** The leaf hashes of numbered rows, by number. */
    List<byte[]> leaves(Epoch.Range range) {
        return jdbc.sql("SELECT leaf_hash FROM " + schema + "access_event WHERE node = ? AND month = ?"
                        + " AND node_sequence BETWEEN ? AND ? ORDER BY node_sequence")
                .param(range.node())
                .param(range.month())
                .param(range.first())
                .param(range.last())
                .query((row, at) -> row.getBytes("leaf_hash"))
                .list();
    }

    /** Rows written within a change since then that no epoch holds; since ever when null. */
    List<Waiting> waiting(@Nullable Instant since, int most) {
        var recent = since == null ? "" : "e.month >= :month AND e.occurred_at >= :since AND ";
        var statement = jdbc.sql("SELECT e.month, e.id, e.leaf_hash FROM " + schema + "access_event e LEFT JOIN "
                        + schema + "audit_epoch_write w ON w.month = e.month AND w.event_id = e.id WHERE " + recent
                        + "e.node_sequence IS NULL AND w.event_id IS NULL ORDER BY e.month, e.id LIMIT :most")
                .param("most", most);
        return (since == null
                        ? statement
                        : statement.param("month", AccessRow.monthOf(since)).param("since", Utc.column(since)))
                .query((row, at) -> new Waiting(
                        new Epoch.Write(row.getInt("month"), Utc.uuid(row, "id")), row.getBytes("leaf_hash")))
                .list();
    }

    /** One row that waits for its epoch. */
    record Waiting(Epoch.Write write, byte[] leaf) {}

    void insert(Epoch.Sealed epoch, List<Epoch.Write> writes) {
        var content = epoch.epoch();
        var hex = HexFormat.of();
        jdbc.sql("INSERT INTO " + schema + "audit_epoch (" + EPOCH + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(content.number())
                .param(Utc.column(content.sealedAt()))
                .param(hex.parseHex(content.previousHash()))
                .param(hex.parseHex(content.readRoot()))
                .param(hex.parseHex(content.writeRoot()))
                .param(content.readCount())
                .param(content.writeCount())
                .param(content.totalRows())
                .param(content.complete())
                .param(content.keyId())
                .param(hex.parseHex(epoch.storedHash()))
                .param(epoch.signature())
                .update();
        for (var range : epoch.ranges()) {
            jdbc.sql("INSERT INTO " + schema + "audit_epoch_range (epoch, node, month, first_sequence, last_sequence)"
                            + " VALUES (?,?,?,?,?)")
                    .param(content.number())
                    .param(range.node())
                    .param(range.month())
                    .param(range.first())
                    .param(range.last())
                    .update();
        }
        for (int from = 0; from < writes.size(); from += ROWS_OF_ONE_STATEMENT) {
            var part = writes.subList(from, Math.min(writes.size(), from + ROWS_OF_ONE_STATEMENT));
            var statement = jdbc.sql("INSERT INTO " + schema
                    + "audit_epoch_write (epoch, position, month, event_id) VALUES "
                    + "(?,?,?,?),".repeat(part.size() - 1) + "(?,?,?,?)");
            for (int at = 0; at < part.size(); at++) {
                statement = statement
                        .param(content.number())
                        .param(from + at)
                        .param(part.get(at).month())
                        .param(part.get(at).event());
            }
            statement.update();
        }
    }

    /** The keys that ever sealed, in the order in which they began. */
    List<Key> keys() {
        return jdbc.sql("SELECT key_id, public_key, from_epoch, signed_by, signature FROM " + schema
                        + "audit_key ORDER BY from_epoch, key_id")
                .query((row, at) -> new Key(
                        row.getString("key_id"),
                        row.getBytes("public_key"),
                        row.getLong("from_epoch"),
                        row.getString("signed_by"),
                        row.getBytes("signature")))
                .list();
    }

    /** One key. */
    record Key(
            String id,
            byte[] publicKey,
            long fromEpoch,
            @Nullable String signedBy,
            byte[] signature) {}

    void insert(Key key) {
        jdbc.sql("INSERT INTO " + schema
                        + "audit_key (key_id, public_key, from_epoch, signed_by, signature) VALUES (?,?,?,?,?)")
                .param(key.id())
                .param(key.publicKey())
                .param(key.fromEpoch())
                .param(key.signedBy())
                .param(key.signature())
                .update();
    }

    /** Which of these rows are there. */
    Collection<UUID> present(int month, Collection<UUID> events) {
        return jdbc.sql("SELECT id FROM " + schema + "access_event WHERE month = :month AND id IN (:events)")
                .param("month", month)
                .param("events", events)
                .query((row, at) -> Utc.uuid(row, "id"))
                .list();
    }

    void insertCheck(UUID id, Instant at, long through, long rows, int findings) {
        jdbc.sql("INSERT INTO " + schema
                        + "audit_check (id, checked_at, through_epoch, row_count, findings) VALUES (?,?,?,?,?)")
                .param(id)
                .param(Utc.column(at))
                .param(through)
                .param(rows)
                .param(findings)
                .update();
    }

    private static Epoch.Range range(ResultSet row) throws SQLException {
        return new Epoch.Range(
                row.getString("node"),
                row.getInt("month"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"));
    }

    private static Epoch.Sealed epoch(ResultSet row, List<Epoch.Range> ranges) throws SQLException {
        var hex = HexFormat.of();
        return new Epoch.Sealed(
                new Epoch(
                        row.getLong("number"),
                        Utc.instant(row, "sealed_at"),
                        hex.formatHex(row.getBytes("previous_hash")),
                        hex.formatHex(row.getBytes("read_root")),
                        hex.formatHex(row.getBytes("write_root")),
                        row.getInt("read_count"),
                        row.getInt("write_count"),
                        row.getLong("total_rows"),
                        row.getBoolean("complete"),
                        row.getString("key_id"),
                        Epoch.hashOf(ranges)),
                hex.formatHex(row.getBytes("hash")),
                row.getBytes("signature"),
                ranges);
    }
}
