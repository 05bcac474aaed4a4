package org.relais.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * A log as it comes about: rows of several nodes, written by the code that writes them and sealed by the code that seals
 * them, in a time that the history tells itself.
 */
final class LogHistory {

    private final LogSchema schema;
    private final Path folder;
    private final RandomGenerator random;
    private final TimeBasedEpochRandomGenerator ids;
    private final AccessRows rows;
    private final Sealing sealing;
    private final Map<List<Object>, Long> sequences = new HashMap<>();
    private final Map<String, AccessRow> tails = new HashMap<>();
    private final List<AccessRow> written = new ArrayList<>();
    private final Map<List<ByteBuffer>, Boolean> signatures = new ConcurrentHashMap<>();
    private SealingKey key = SealingKey.fresh();
    private boolean remembersSignatures;
    private Instant now;
    private long noted;
    private int notedKeys;

    LogHistory(LogSchema schema, Path folder, long seed, Instant begins) {
        this.schema = schema;
        this.folder = folder;
        this.random = Random.from(new SplittableRandom(seed));
        this.ids = Generators.timeBasedEpochRandomGenerator(Random.from(new SplittableRandom(seed)));
        this.rows = new AccessRows(schema.jdbc(), schema.name());
        this.sealing = new Sealing(new SealTables(schema.jdbc(), schema.name()), Duration.ZERO);
        this.now = begins;
    }

    /** A usual stretch: minutes with a few rows each, the last of them not sealed. */
    void usual(int epochs) throws Exception {
        for (int number = 0; number < epochs; number++) {
            rows(random.nextInt(13));
            pass(Duration.ofSeconds(20));
            seal();
            remember("node-1");
        }
        rows(6 + random.nextInt(6));
        pass(Duration.ofMillis(700));
        within("node-2", now);
        pass(Duration.ofMillis(700));
        numbered("node-1", now);
        remember("node-1");
        remember("node-2");
    }

    private void rows(int count) {
        for (int at = 0; at < count; at++) {
            pass(Duration.ofMillis(500 + random.nextInt(2_000)));
            if (random.nextInt(4) == 0) {
                within(random.nextBoolean() ? "node-1" : "node-2", now);
            } else {
                numbered(random.nextInt(3) > 0 ? "node-1" : "node-2", now);
            }
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    SealingKey key() {
        return key;
    }

    RandomGenerator random() {
        return random;
    }

    List<AccessRow> written() {
        return written;
    }

    void rotate() {
        key = key.next();
    }

    /** A row of the read stream. */
    AccessRow numbered(String node, Instant at) {
        var month = AccessRow.monthOf(at);
        var sequence = sequences.merge(List.of(node, month), 1L, Long::sum);
        var row = row(node, month, sequence, at);
        rows.insert(row);
        tails.put(node, row);
        written.add(row);
        return row;
    }

    /** A row within a change. */
    AccessRow within(String node, Instant at) {
        var row = row(node, AccessRow.monthOf(at), null, at);
        rows.insert(row);
        written.add(row);
        return row;
    }

    /** Rows that were written and taken back: a batch that failed, a change that was rolled back. */
    void takenBack(String node, int count) throws SQLException {
        schema.execute("SAVEPOINT taken_back");
        var tail = tails.get(node);
        var before = List.copyOf(written);
        for (int at = 0; at < count; at++) {
            if (random.nextBoolean()) {
                numbered(node, now);
            } else {
                within(node, now);
            }
        }
        schema.execute("ROLLBACK TO SAVEPOINT taken_back");
        written.clear();
        written.addAll(before);
        if (tail == null) {
            tails.remove(node);
        } else {
            tails.put(node, tail);
        }
        restart(node);
    }

    /** A sealer that dies before its epoch is committed. */
    void sealInVain() throws SQLException {
        schema.execute("SAVEPOINT in_vain");
        seal();
        schema.execute("ROLLBACK TO SAVEPOINT in_vain");
    }

    /** A node that is started anew counts on from what is committed. */
    void restart(String node) {
        sequences.replaceAll((place, last) -> place.getFirst().equals(node)
                ? new AccessRows(schema.jdbc(), schema.name()).lastSequence(node, (Integer) place.get(1))
                : last);
    }

    AccessRow row(String node, int month, @Nullable Long sequence, Instant at) {
        return new AccessRow(id(at), at, month, node, sequence, event(), circumstances());
    }

    UUID id(Instant at) {
        // Version 7, in the order of the history's own time
        var random = ids.generate();
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff,
                random.getLeastSignificantBits());
    }

    AccessEvent event() {
        var shown = random.nextInt(4) == 0
                ? IntStream.range(0, 1 + random.nextInt(5))
                        .mapToObj(each -> person())
                        .toList()
                : List.<PersonId>of();
        var event = new AccessEvent(
                new StaffId(uuid()),
                random.nextBoolean() ? "NURSE" : "PHYSICIAN",
                random.nextBoolean() ? new CentreId(uuid()) : null,
                shown.isEmpty() ? AccessAction.VIEW : AccessAction.SHOW,
                shown.isEmpty() ? person() : null,
                random.nextBoolean() ? "RECORD" : "ADMINISTRATIVE",
                random.nextBoolean() ? "note" : null,
                random.nextBoolean() ? uuid() : null,
                "CARE",
                random.nextBoolean() ? "relation" : null,
                random.nextInt(10) > 0,
                random.nextInt(8) == 0 ? "ab".repeat(32) : null,
                shown);
        return random.nextBoolean() ? event : event.at(new CentreId(uuid())).under(LegalBasis.CARE);
    }

    private Circumstances circumstances() {
        return random.nextBoolean()
                ? Circumstances.NONE
                : new Circumstances("people/:person", Long.toHexString(random.nextLong()), "0123456789abcdef");
    }

    private PersonId person() {
        return new PersonId(uuid());
    }

    UUID uuid() {
        return new UUID(
                random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & ~0xc000000000000000L | 0x8000000000000000L);
    }

    Epoch.Outcome seal() throws SQLException {
        return seal(sealing, false);
    }

    Epoch.Outcome seal(Sealing by, boolean everything) throws SQLException {
        schema.execute(
                "SET SESSION timestamp = " + now.getEpochSecond() + "." + String.format("%06d", now.getNano() / 1_000));
        return by.seal(key, everything);
    }

    /** What a node writes down outside the database in its turn. */
    void remember(String node) throws IOException {
        var tables = new SealTables(schema.jdbc(), schema.name());
        var lines = new ArrayList<CheckpointFiles.Line>();
        var keys = tables.keys();
        keys.stream().skip(notedKeys).map(CheckpointFiles::line).forEach(lines::add);
        notedKeys = keys.size();
        var last = tables.last().map(Epoch.Sealed::number).orElse(0L);
        tables.epochs(noted + 1, last).stream().map(CheckpointFiles::line).forEach(lines::add);
        noted = last;
        var tail = tails.remove(node);
        if (tail != null) {
            lines.add(CheckpointFiles.tail(tail));
        }
        new CheckpointFiles(folder, node).append(now, lines);
    }

    /** As a process leaves the file that dies in the middle of a line. */
    void breakOff(String node) throws IOException {
        for (var files : CheckpointFiles.files(folder)) {
            for (var file : files) {
                if (file.getFileName().toString().startsWith(node)) {
                    Files.writeString(
                            file, "epoch 99999999 2026-11-", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
                }
            }
        }
    }

    Findings verify() throws IOException {
        return verify(List.of());
    }

    Findings verify(List<Checkpoint> remembered) throws IOException {
        try (var memory = Memory.read(folder, remembered)) {
            return new Verifier(
                            schema.jdbc(),
                            schema.name(),
                            memory,
                            key,
                            remembersSignatures ? this::verifies : SealingKey::verifies,
                            VerificationProgress.NONE)
                    .run(now);
        }
    }

    /** One history is checked a thousand times; each of its signatures is looked at once. */
    void rememberSignatures() {
        remembersSignatures = true;
    }

    private boolean verifies(byte[] publicKey, byte[] bytes, byte[] signature) {
        return signatures.computeIfAbsent(
                List.of(ByteBuffer.wrap(publicKey), ByteBuffer.wrap(bytes), ByteBuffer.wrap(signature)),
                unknown -> SealingKey.verifies(publicKey, bytes, signature));
    }

    LogSchema schema() {
        return schema;
    }

    Path folder() {
        return folder;
    }

    /** A row as the table tells it, with its epoch. */
    List<Place> places() {
        return schema.jdbc()
                .sql(
                        "SELECT e.month, e.id, e.node, e.node_sequence, e.occurred_at, COALESCE(w.epoch, r.epoch) AS epoch FROM "
                                + schema.table("access_event") + " e LEFT JOIN " + schema.table("audit_epoch_write")
                                + " w ON w.month = e.month AND w.event_id = e.id LEFT JOIN "
                                + schema.table("audit_epoch_range")
                                + " r ON r.node = e.node AND r.month = e.month"
                                + " AND e.node_sequence BETWEEN r.first_sequence AND r.last_sequence"
                                + " ORDER BY e.occurred_at, e.id")
                .query((row, at) -> new Place(
                        row.getInt("month"),
                        row.getObject("id", UUID.class),
                        row.getString("node"),
                        row.getObject("node_sequence", Long.class),
                        Utc.instant(row, "occurred_at"),
                        row.getLong("epoch")))
                .list();
    }

    /** @param epoch 0 when it is not sealed */
    record Place(int month, UUID id, String node, @Nullable Long sequence, Instant at, long epoch) {

        boolean sealed() {
            return epoch > 0;
        }
    }
}
