package org.relais.audit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.demo.EmbeddedServer;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What sealing and checking cost, as ratios in one run: {@code ./relais bench audit}. No part of the tests: its name
 * does not end like theirs.
 */
class SealingBench {

    private static final int REPEATS = Integer.getInteger("relais.bench.repeats", 5);
    private static final int ROWS = 4_800;
    /** Rows of one epoch at a hundred a second. */
    private static final int ROWS_OF_ONE_EPOCH = 400;

    private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void sealing_against_a_chain_row_by_row_and_checking_against_reading() throws Exception {
        List<Double> sealed = new ArrayList<>();
        List<Double> chained = new ArrayList<>();
        List<Double> checked = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        // Each commit waits for the disk, as in production
        var server = EmbeddedServer.start(
                TestServer.binaries(),
                folder.resolve("server").resolve("data"),
                "bench",
                List.of(
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-buffer-pool-size=256M",
                        "--innodb-log-file-size=64M"));
        try (var schema = LogSchema.asInstalled("bench", connect(server));
                var connection = connect(server)) {
            schema.execute("CREATE TABLE " + schema.table("chain")
                    + " (number BIGINT PRIMARY KEY, event_id UUID NOT NULL, hash BINARY(32) NOT NULL)");
            schema.execute("CREATE TABLE " + schema.table("chain_head")
                    + " (id TINYINT PRIMARY KEY, number BIGINT NOT NULL, hash BINARY(32) NOT NULL)");
            schema.execute("INSERT INTO " + schema.table("chain_head") + " VALUES (1, 0, REPEAT('0', 32))");
            var history = new LogHistory(schema, folder.resolve("checkpoints"), 11, BEGIN);
            // The first turn warms both and is not counted
            for (int turn = 0; turn <= REPEATS; turn++) {
                var chain = 0.0;
                var seal = 0.0;
                for (int part = 0; part < ROWS / ROWS_OF_ONE_EPOCH; part++) {
                    var rows = write(schema, history);
                    chain += seconds(() -> chain(connection, schema, rows));
                    seal += seconds(() -> seal(connection, schema, history));
                }
                history.remember("node-1");
                // Everything so far, both ways
                var check = seconds(() -> assertThat(history.verify().found()).isEmpty());
                var plain = seconds(() -> readAndHash(schema));
                if (turn > 0) {
                    chained.add(chain);
                    sealed.add(seal);
                    checked.add(check);
                    read.add(plain);
                }
            }
        } finally {
            EmbeddedServer.stop(server.pid());
        }
        var text = String.format(
                "sealing %,d rows in epochs of %d: %.0f ms; row by row: %.0f ms; ratio %s%n"
                        + "checking: %.0f ms; reading and hashing the same rows: %.0f ms; ratio %s%n"
                        + "medians of %d, interleaved; load %.1f on %d processors%n",
                ROWS,
                ROWS_OF_ONE_EPOCH,
                median(sealed) * 1000,
                median(chained) * 1000,
                ratio(chained, sealed),
                median(checked) * 1000,
                median(read) * 1000,
                ratio(checked, read),
                REPEATS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        report(text);
        assertThat(median(chained) / median(sealed)).isGreaterThan(10);
    }

    private static Connection connect(EmbeddedServer.Running server) throws SQLException {
        return EmbeddedServer.connect(server.port(), EmbeddedServer.ADMINISTRATOR, "bench");
    }

    private static List<AccessRow> write(LogSchema schema, LogHistory history) throws Exception {
        schema.execute("START TRANSACTION");
        var rows = new ArrayList<AccessRow>();
        for (int row = 0; row < ROWS_OF_ONE_EPOCH; row++) {
            history.pass(Duration.ofMillis(10));
            rows.add(
                    row % 5 == 0 ? history.within("node-1", history.now()) : history.numbered("node-1", history.now()));
        }
        schema.execute("COMMIT");
        return rows;
    }

    /** As logs do that keep the hash of the row before: one after the other, under a lock, committed each. */
    private static void chain(Connection connection, LogSchema schema, List<AccessRow> rows) throws Exception {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        connection.setAutoCommit(false);
        for (var row : rows) {
            var head = jdbc.sql("SELECT number, hash FROM " + schema.table("chain_head") + " WHERE id = 1 FOR UPDATE")
                    .query((each, at) -> new Head(each.getLong("number"), each.getBytes("hash")))
                    .single();
            var digest = Sha256.begin();
            digest.update(head.hash());
            var hash = digest.digest(row.leafHash());
            jdbc.sql("INSERT INTO " + schema.table("chain") + " VALUES (?, ?, ?)")
                    .param(head.number() + 1)
                    .param(row.id())
                    .param(hash)
                    .update();
            jdbc.sql("UPDATE " + schema.table("chain_head") + " SET number = ?, hash = ? WHERE id = 1")
                    .param(head.number() + 1)
                    .param(hash)
                    .update();
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private record Head(long number, byte[] hash) {}

    private static void seal(Connection connection, LogSchema schema, LogHistory history) throws Exception {
        connection.setAutoCommit(false);
        var tables = new SealTables(JdbcClient.create(new SingleConnectionDataSource(connection, true)), schema.name());
        var sealing = new Sealing(tables, Duration.ZERO);
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION timestamp = " + history.now().getEpochSecond());
        }
        var more = true;
        while (more) {
            more = sealing.seal(history.key(), Duration.ofMinutes(2)).more();
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static void readAndHash(LogSchema schema) {
        var rows = new StoredRows(schema.jdbc(), schema.name());
        var count = 0L;
        for (var numbers : rows.numbers()) {
            for (var from = Math.max(1, numbers.first()); from <= numbers.last(); from += 50_000) {
                for (var row : rows.numbered(new Epoch.Range(
                        numbers.node(), numbers.month(), from, Math.min(numbers.last(), from + 49_999)))) {
                    count += row.whole() ? 1 : 0;
                }
            }
        }
        for (var within : rows.within(1, Long.MAX_VALUE).values()) {
            for (var each : within) {
                count += each.rows().getFirst().whole() ? 1 : 0;
            }
        }
        assertThat(count).isPositive();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String ratio(List<Double> one, List<Double> other) {
        var ratios = new ArrayList<Double>();
        for (int at = 0; at < one.size(); at++) {
            ratios.add(one.get(at) / other.get(at));
        }
        var sorted = ratios.stream().sorted().toList();
        return String.format("%.2f (%.2f to %.2f)", median(ratios), sorted.getFirst(), sorted.getLast());
    }

    private static void report(String text) throws IOException {
        Files.writeString(TestServer.target().resolve("sealing.txt"), text);
    }
}
