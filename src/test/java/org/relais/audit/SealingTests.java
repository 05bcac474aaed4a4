package org.relais.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** How epochs come about, on real tables: one chain whoever seals, nothing left out, keys that follow each other. */
class SealingTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private LogSchema schema;
    private LogHistory history;

    @BeforeEach
    void open() throws Exception {
        schema = LogSchema.asInstalled("sealing");
        history = new LogHistory(schema, folder, 1, NOON);
    }

    @AfterEach
    void close() throws Exception {
        schema.close();
    }

    @Test
    void silence_is_sealed_too_and_each_epoch_names_the_one_before() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            history.pass(Duration.ofSeconds(4));
            assertThat(history.seal().sealed()).isPresent();
        }
        var epochs = tables().epochs(1, 10);
        assertThat(epochs).extracting(Epoch.Sealed::number).containsExactly(1L, 2L, 3L);
        assertThat(epochs.get(0).epoch().previousHash()).isEqualTo(Epoch.BEGINNING);
        assertThat(epochs.get(2).epoch().previousHash()).isEqualTo(epochs.get(1).storedHash());
        assertThat(epochs)
                .allSatisfy(epoch -> assertThat(epoch.epoch().totalRows()).isZero());
        assertThat(history.verify().clean()).isTrue();
    }

    @Test
    void of_two_nodes_one_seals_the_silence() throws Exception {
        var sealing = new Sealing(tables(), Duration.ofSeconds(4));
        assertThat(history.seal(sealing, false).sealed()).isPresent();
        history.pass(Duration.ofSeconds(1));
        assertThat(history.seal(sealing, false).sealed()).isEmpty();
        history.numbered("node-1", history.now());
        assertThat(history.seal(sealing, false).sealed()).isPresent();
        history.pass(Duration.ofSeconds(3));
        assertThat(history.seal(sealing, false).sealed()).isPresent();
    }

    /** Attack and accident H10: what is committed after the epoch was sealed is in the next one. */
    @Test
    void a_commit_that_comes_after_the_epoch_is_in_the_next_one() throws Exception {
        try (var late = TestServer.get().administrator()) {
            late.setAutoCommit(false);
            var row = history.row("node-2", 202611, null, history.now());
            new AccessRows(client(late), schema.name()).insert(row);
            history.within("node-1", history.now().plusSeconds(1));
            history.pass(Duration.ofSeconds(5));
            assertThat(history.seal().sealed().orElseThrow().epoch().writeCount())
                    .isEqualTo(1);
            history.pass(Duration.ofMinutes(4));
            assertThat(history.seal().sealed().orElseThrow().epoch().writeCount())
                    .isZero();
            late.commit();
            assertThat(history.seal().sealed().orElseThrow().epoch().writeCount())
                    .isEqualTo(1);
        }
        assertThat(history.verify().clean()).isTrue();
    }

    /** Later than anybody looks on the short way: the whole log is gone through at the start and every hour. */
    @Test
    void a_commit_that_comes_very_late_is_sealed_and_told() throws Exception {
        history.seal();
        history.pass(Duration.ofMinutes(40));
        history.seal();
        history.within("node-1", NOON.minusSeconds(5));
        assertThat(history.seal().sealed().orElseThrow().epoch().writeCount()).isZero();
        assertThat(history.seal(new Sealing(tables(), Duration.ZERO), true)
                        .sealed()
                        .orElseThrow()
                        .epoch()
                        .writeCount())
                .isEqualTo(1);
        assertThat(history.verify().found()).extracting(Finding::kind).containsExactly(FindingKind.BACKDATED);
    }

    @Test
    void two_sealers_at_once_make_one_chain() throws Exception {
        var random = new Random(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sealers = IntStream.range(0, 2)
                    .mapToObj(number -> threads.submit((Callable<Integer>) () -> {
                        try (var connection = TestServer.get().administrator()) {
                            return sealUntilDone(connection, number);
                        }
                    }))
                    .toList();
            for (int row = 0; row < 300; row++) {
                history.pass(Duration.ofMillis(20));
                if (random.nextBoolean()) {
                    history.numbered("node-1", Instant.now());
                } else {
                    history.within("node-2", Instant.now());
                }
                Thread.sleep(2);
            }
            history.within("end", Instant.now());
            var sealed = new ArrayList<Integer>();
            for (var sealer : sealers) {
                sealed.add(sealer.get());
            }
            assertThat(sealed).allSatisfy(each -> assertThat(each).isPositive());
        }
        try (var connection = TestServer.get().administrator()) {
            new Sealing(new SealTables(client(connection), schema.name()), Duration.ZERO).seal(history.key(), true);
        }
        assertThat(history.places()).hasSize(301).allMatch(LogHistory.Place::sealed);
        assertThat(history.verify().found()).isEmpty();
    }

    private int sealUntilDone(Connection connection, int number) throws Exception {
        connection.setAutoCommit(false);
        var jdbc = client(connection);
        var tables = new SealTables(jdbc, schema.name());
        var sealing = new Sealing(tables, Duration.ZERO);
        var sealed = 0;
        var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end
                && jdbc.sql("SELECT COUNT(*) FROM " + schema.table("access_event") + " WHERE node = 'end'")
                                .query(Long.class)
                                .single()
                        == 0) {
            connection.commit();
            var outcome = sealing.seal(history.key(), false);
            if (outcome.sealed().isPresent()) {
                sealed++;
            }
            // Some die before they commit
            if (sealed % 7 == 3 + number) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
        return sealed;
    }

    @Test
    void more_than_one_epoch_takes_is_sealed_in_several_and_is_no_old_row() throws Exception {
        history.seal();
        for (int row = 0; row < 25; row++) {
            history.pass(Duration.ofMinutes(3));
            history.numbered("node-1", history.now());
            history.within("node-1", history.now());
        }
        var few = new Sealing(tables(), Duration.ZERO, 10);
        var turns = 1;
        while (history.seal(few, true).more()) {
            turns++;
        }
        assertThat(turns).isEqualTo(5);
        assertThat(history.places()).allMatch(LogHistory.Place::sealed);
        assertThat(history.verify().found()).isEmpty();
    }

    @Test
    void a_new_key_seals_when_the_one_before_vouches_for_it() throws Exception {
        history.numbered("node-1", history.now());
        history.seal();
        var first = history.key();
        history.rotate();
        history.pass(Duration.ofSeconds(4));
        history.seal();
        // A node that still has the old key seals no more
        assertThat(new Sealing(tables(), Duration.ZERO).seal(first, false).sealed())
                .isEmpty();
        // Nor does a key that nobody vouches for
        assertThat(new Sealing(tables(), Duration.ZERO)
                        .seal(SealingKey.fresh(), false)
                        .sealed())
                .isEmpty();
        assertThat(tables().keys()).extracting(SealTables.Key::signedBy).containsExactly(null, first.id());
        history.remember("node-1");
        assertThat(history.verify().found()).isEmpty();
    }

    @Test
    void the_key_comes_back_from_its_file_with_what_vouches_for_it() throws Exception {
        var key = SealingKey.fresh().next();
        var file = folder.resolve("key").resolve("sealing.pem");
        key.write(file);
        var back = SealingKey.ofFile(file);
        assertThat(back.id()).isEqualTo(key.id());
        assertThat(back.voucher()).isNotNull();
        assertThat(SealingKey.readableByOthers(file)).isFalse();
        assertThat(SealingKey.verifies(key.publicKey(), new byte[] {1}, back.sign(new byte[] {1})))
                .isTrue();
        assertThat(SealingKey.verifies(key.publicKey(), new byte[] {2}, back.sign(new byte[] {1})))
                .isFalse();
    }

    @Test
    void a_sealer_that_dies_before_it_writes_its_checkpoint_leaves_nothing_out() throws Exception {
        history.numbered("node-1", history.now());
        history.seal();
        history.seal();
        history.remember("node-1");
        assertThat(Files.list(folder).map(SealingTests::lines).toList().getFirst())
                .filteredOn(line -> line.startsWith("epoch "))
                .hasSize(2);
        assertThat(history.verify().checkpoints()).isEqualTo(2);
    }

    @Test
    void a_month_that_is_removed_with_its_tombstone_is_no_fault_and_without_it_is() throws Exception {
        var old = new LogHistory(schema, folder, 2, Instant.parse("2026-10-31T23:50:00Z"));
        old.usual(30);
        old.pass(Duration.ofMinutes(1));
        old.seal();
        assertThat(old.now()).isAfter(Instant.parse("2026-11-01T00:00:30Z"));
        var rows = old.verify().rows();
        var retirement = new Retirement(schema.jdbc(), schema.name());
        assertThat(retirement.standsAlone(202610)).isTrue();
        assertThat(retirement.standsAlone(202501)).isFalse();
        assertThat(retirement.unsealed(202610)).isZero();
        assertThat(old.verify().found()).isEmpty();

        var tombstone = retirement.retire(202610, old.key(), old.now());

        assertThat(tombstone.rows()).isPositive();
        assertThat(old.verify().found()).isEmpty();
        assertThat(old.verify().rows()).isEqualTo(rows - tombstone.rows()).isPositive();
        schema.undone(() -> {
            schema.execute("UPDATE " + schema.table("audit_tombstone") + " SET row_count = row_count - 1");
            assertThat(old.verify().found())
                    .extracting(Finding::kind)
                    .contains(FindingKind.KEY_REPLACED, FindingKind.DELETED);
        });
        schema.undone(() -> {
            schema.execute("DELETE FROM " + schema.table("audit_tombstone"));
            assertThat(old.verify().found()).extracting(Finding::kind).contains(FindingKind.DELETED);
        });
        // Who keeps a month of another keeps its faults
        schema.undone(() -> {
            schema.execute("DELETE FROM " + schema.table("access_event") + " WHERE month = 202611 LIMIT 1");
            assertThat(old.verify().found()).isNotEmpty();
        });
    }

    /** The auditor's own memory finds what nobody else would. */
    @Test
    void an_epoch_that_only_an_auditor_remembers_is_missed() throws Exception {
        history.numbered("node-1", history.now());
        history.seal();
        var seen = tables().last().orElseThrow();
        schema.execute("DELETE FROM " + schema.table("audit_epoch"));
        assertThat(history.verify(List.of(new Checkpoint(seen.number(), seen.storedHash())))
                        .found())
                .extracting(Finding::kind)
                .containsAnyOf(FindingKind.EPOCHS_REMOVED, FindingKind.ROLLED_BACK);
    }

    @Test
    void a_tree_of_the_largest_epoch_proves_a_row_in_less_than_a_kilobyte() {
        var random = new Random(3);
        var leaves = IntStream.range(0, Sealing.MOST_ROWS)
                .mapToObj(number -> {
                    var leaf = new byte[32];
                    random.nextBytes(leaf);
                    return leaf;
                })
                .toList();
        var root = java.util.HexFormat.of().formatHex(MerkleTree.root(leaves));
        var epoch = new Epoch(
                1,
                NOON,
                Epoch.BEGINNING,
                root,
                root,
                leaves.size(),
                leaves.size(),
                leaves.size(),
                true,
                "0".repeat(16),
                root);
        for (var index : List.of(0, 1, 4_711, Sealing.MOST_ROWS - 1)) {
            var proof = new Proof(epoch, new byte[64], true, index, MerkleTree.path(leaves, index));
            var bytes = proof.bytes();
            assertThat(bytes).hasSizeLessThan(1_000);
            var read = Proof.read(bytes).orElseThrow();
            assertThat(read.leadsFrom(leaves.get(index))).isTrue();
            assertThat(read.leadsFrom(leaves.get(index ^ 1))).isFalse();
        }
    }

    @Test
    void every_leaf_of_every_small_tree_leads_to_its_root() {
        for (int size = 1; size < 40; size++) {
            var leaves = IntStream.range(0, size)
                    .mapToObj(number -> Sha256.of(new byte[] {(byte) number}))
                    .toList();
            var root = MerkleTree.root(leaves);
            var seen = new HashSet<String>();
            for (int index = 0; index < size; index++) {
                assertThat(MerkleTree.root(leaves.get(index), index, size, MerkleTree.path(leaves, index)))
                        .isEqualTo(root);
                assertThat(MerkleTree.root(new byte[32], index, size, MerkleTree.path(leaves, index)))
                        .isNotEqualTo(root);
                seen.add(UUID.nameUUIDFromBytes(leaves.get(index)).toString());
            }
            assertThat(seen).hasSize(size);
        }
    }

    private SealTables tables() {
        return new SealTables(schema.jdbc(), schema.name());
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
