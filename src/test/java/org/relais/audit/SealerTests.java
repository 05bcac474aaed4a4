package org.relais.audit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.shared.RequestMarks;
import org.relais.shared.Utc;
import org.relais.support.RelaisTest;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The portal seals what it writes, while it writes. */
@RelaisTest
class SealerTests {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Autowired
    AccessLog log;

    @Autowired
    Seals seals;

    @Autowired
    Sealer sealer;

    @Autowired
    Verification verification;

    @Autowired
    VerifyAuditCommand command;

    @Autowired
    AuditProperties properties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Reads, changes, changes that take their time, changes that are rolled back. */
    @Test
    void nothing_stays_unsealed_for_longer_than_ten_seconds() throws Exception {
        var goesOn = new AtomicBoolean(true);
        List<Long> late = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = threads.submit((Callable<Integer>) () -> {
                var count = 0;
                for (; goesOn.get(); count++) {
                    log.append(event("read"));
                }
                return count;
            });
            var writes = threads.submit((Callable<Integer>) () -> {
                var count = 0;
                for (; goesOn.get(); count++) {
                    var each = count;
                    transaction.executeWithoutResult(status -> {
                        log.appendWithin(event("write"));
                        if (each % 50 == 7) {
                            pause(Duration.ofSeconds(2));
                        }
                        if (each % 5 == 3) {
                            status.setRollbackOnly();
                        }
                    });
                }
                return count;
            });
            var end = Instant.now().plusSeconds(16);
            while (Instant.now().isBefore(end)) {
                Thread.sleep(500);
                late.add(unsealedSince(LONGEST));
            }
            goesOn.set(false);
            assertThat(reads.get()).isGreaterThan(20);
            assertThat(writes.get()).isGreaterThan(20);
        }
        assertThat(late).hasSizeGreaterThan(10).containsOnly(0L);
        await().atMost(LONGEST).until(() -> seals.latest().waiting() == 0);
        assertThat(seals.latest().sealed()).isGreaterThan(40);
        var findings = verification.verify(List.of(), VerificationProgress.NONE);
        assertThat(findings.found()).isEmpty();
        assertThat(findings.checkpoints()).isPositive();
        assertThat(seals.latest().check()).satisfies(check -> {
            assertThat(check).isNotNull();
            assertThat(check.findings()).isZero();
            assertThat(check.rows()).isEqualTo(findings.rows());
        });
    }

    private long unsealedSince(Duration age) {
        var log = properties.schema() + ".access_event e";
        return jdbc.sql("SELECT COUNT(*) FROM " + log + " WHERE e.occurred_at < ? AND NOT EXISTS (SELECT 1 FROM "
                        + properties.schema() + ".audit_epoch_range r WHERE r.node = e.node AND r.month = e.month"
                        + " AND e.node_sequence BETWEEN r.first_sequence AND r.last_sequence)"
                        + " AND NOT EXISTS (SELECT 1 FROM " + properties.schema()
                        + ".audit_epoch_write w WHERE w.month = e.month AND w.event_id = e.id)")
                .param(Utc.column(Instant.now().minus(age)))
                .query(Long.class)
                .single();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_sealed_row_is_proven_by_less_than_a_kilobyte_and_no_other_is() {
        var read = log.append(event("proof"));
        var other = log.append(event("proof"));
        var write = transaction.execute(status -> log.appendWithin(event("proof")));
        assertThat(write).isNotNull();
        await().atMost(LONGEST).until(() -> seals.latest().waiting() == 0);
        for (var row : List.of(read, write)) {
            var proof = verification.proof(row).orElseThrow();
            assertThat(proof).hasSizeLessThan(1_000);
            assertThat(verification.holds(proof, row)).isTrue();
            assertThat(verification.holds(proof, other)).isFalse();
            for (var at : new int[] {1, 3, 20, 60, 150, 215, proof.length - 1}) {
                var spoilt = proof.clone();
                spoilt[at] ^= 1;
                assertThat(verification.holds(spoilt, row)).as("byte %d", at).isFalse();
            }
        }
        assertThat(verification.proof(UUID.randomUUID())).isEmpty();
        assertThat(verification.holds(new byte[] {1, 2, 3}, read)).isFalse();
    }

    @Test
    void the_command_names_what_was_done_to_a_row_and_proves_another() throws Exception {
        var row = log.append(event("command"));
        var other = log.append(event("command"));
        await().atMost(LONGEST).until(() -> seals.latest().waiting() == 0);
        assertThat(run()).startsWith("0").contains("Aucune altération.", "ne peut pas prouver");
        administer("UPDATE " + properties.schema() + ".access_event SET purpose = 'CARE' WHERE id = '" + row + "'");
        try {
            assertThat(run()).startsWith("2").contains("CHANGED", "Une ligne a été modifiée", row.toString());
            assertThat(run("--proof", row.toString())).startsWith("2").contains("Pas de preuve");
            assertThat(run("--proof", other.toString())).startsWith("0").contains("vérifiée");
        } finally {
            administer("UPDATE " + properties.schema() + ".access_event SET purpose = 'TEST' WHERE id = '" + row + "'");
        }
        assertThat(run("--proof", "one")).startsWith("1");
        assertThat(run("all")).startsWith("1");
    }

    private String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var code = command.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + "\n" + bytes.toString(StandardCharsets.UTF_8);
    }

    private static void administer(String sql) throws SQLException {
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_stop_seals_what_was_written_and_a_start_goes_on() throws Exception {
        log.append(event("stop"));
        sealer.stop();
        assertThat(seals.latest().waiting()).isZero();
        var last = Objects.requireNonNull(seals.latest().last());
        log.append(event("stop"));
        assertThat(seals.latest().waiting()).isEqualTo(1);
        sealer.start();
        await().atMost(LONGEST).until(() -> seals.latest().waiting() == 0);
        assertThat(seals.latest().last())
                .isNotNull()
                .satisfies(now -> assertThat(now.number()).isGreaterThan(last.number()));
    }

    @Test
    void what_a_node_remembers_stands_outside_the_database() throws Exception {
        log.append(event("memory"));
        await().atMost(LONGEST).until(() -> seals.latest().waiting() == 0);
        var last = Objects.requireNonNull(seals.latest().last());
        await().atMost(LONGEST).until(() -> {
            try (var files = Files.list(Path.of(properties.sealing().checkpoints()))) {
                return files.flatMap(SealerTests::lines)
                        .anyMatch(line ->
                                line.startsWith("epoch " + last.number() + " ") && line.endsWith(" " + last.hash()));
            }
        });
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void a_row_says_from_which_request_it_came_and_its_hash_covers_that() {
        UUID row;
        try (var request = MDC.putCloseable(RequestMarks.REQUEST, "0123456789abcdef");
                var session = MDC.putCloseable(RequestMarks.SESSION, "fedcba9876543210")) {
            row = log.append(event("request").because("OVERDOSE").under(LegalBasis.VITAL_INTEREST));
        }
        var stored = new StoredRows(jdbc, properties.schema()).of(row).getFirst();
        assertThat(stored.details())
                .containsExactly(null, null, "OVERDOSE", "VITAL_INTEREST", "0123456789abcdef", "fedcba9876543210");
        assertThat(stored.whole()).isTrue();
    }

    private static AccessEvent event(String what) {
        return new AccessEvent(
                null, "test", null, AccessAction.SEARCH, null, "NONE", what, null, "TEST", null, true, null, List.of());
    }
}
