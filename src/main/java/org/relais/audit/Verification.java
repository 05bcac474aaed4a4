package org.relais.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the sealed log. Not a door to anything: the room that asks has checked its scope, and gets numbers, times and
 * ids.
 *
 * <p>What no check can prove: a read that was never written; rows written and removed again within the seconds before
 * they are sealed by somebody who controls the portal and the database; and anything at all against a thief of the key
 * and of every place that keeps checkpoints.
 */
@Component
public class Verification {

    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate oneState;
    private final AuditProperties properties;
    private final Clock clock;

    Verification(
            @Qualifier("sealing") JdbcClient jdbc,
            @Qualifier("sealing") TransactionTemplate transaction,
            AuditProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.oneState = oneState(Objects.requireNonNull(transaction.getTransactionManager()));
        this.properties = properties;
        this.clock = clock;
    }

    // Every read sees the log as it was at the first
    private static TransactionTemplate oneState(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        return template;
    }

    /**
     * Reads and hashes every row from the first epoch on, and compares with the checkpoints outside the database. When
     * and with what result is kept, see {@link Seals#latest()}.
     *
     * @param remembered further checkpoints, such as those the auditors saw
     */
    public Findings verify(Collection<Checkpoint> remembered, VerificationProgress progress) {
        var at = clock.instant();
        // First what is remembered: what is sealed meanwhile is not missed then
        try (var memory = Memory.read(folder(), remembered)) {
            var findings = Objects.requireNonNull(oneState.execute(status ->
                    new Verifier(jdbc, properties.schema(), memory, key(), SealingKey::verifies, progress).run(at)));
            transaction.executeWithoutResult(status -> new SealTables(jdbc, properties.schema())
                    .insertCheck(
                            ids.generate(),
                            at,
                            findings.through(),
                            findings.rows(),
                            findings.found().size()));
            return findings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A proof of less than 1 kB that the row is in a sealed epoch; empty when it is not sealed, or not as it was. */
    public Optional<byte[]> proof(UUID event) {
        return Objects.requireNonNull(oneState.execute(status -> prove(event)));
    }

    private Optional<byte[]> prove(UUID event) {
        var rows = new StoredRows(jdbc, properties.schema());
        var tables = new SealTables(jdbc, properties.schema());
        var found = rows.of(event);
        if (found.size() != 1) {
            return Optional.empty();
        }
        var row = found.getFirst();
        var sequence = row.sequence();
        var number = sequence == null
                ? tables.epochOf(new Epoch.Write(row.month(), row.id()))
                : tables.epochOf(row.node(), row.month(), sequence);
        return number.flatMap(each -> tables.epochs(each, each).stream().findFirst())
                .map(epoch -> proof(epoch, row, leavesOf(epoch, sequence != null, rows)))
                .filter(proof -> proof.leadsFrom(row.computed()))
                .map(Proof::bytes);
    }

    private static List<StoredRow> leavesOf(Epoch.Sealed epoch, boolean numbered, StoredRows rows) {
        return numbered
                ? epoch.ranges().stream()
                        .flatMap(range -> rows.numbered(range).stream())
                        .toList()
                : rows.within(epoch.number(), epoch.number()).getOrDefault(epoch.number(), List.of()).stream()
                        .flatMap(each -> each.row().stream())
                        .toList();
    }

    private static Proof proof(Epoch.Sealed epoch, StoredRow row, List<StoredRow> rows) {
        var index = rows.stream().map(StoredRow::id).toList().indexOf(row.id());
        var leaves = rows.stream().map(StoredRow::leaf).toList();
        return new Proof(
                epoch.epoch(), epoch.signature(), row.sequence() != null, index, MerkleTree.path(leaves, index));
    }

    /**
     * Whether the proof holds for the row as it stands there now: that it leads to an epoch which one of our keys
     * signed, and which the checkpoints know by the same hash, where they know it.
     */
    public boolean holds(byte[] proof, UUID event) {
        return Objects.requireNonNull(oneState.execute(
                status -> Proof.read(proof).filter(given -> holds(given, event)).isPresent()));
    }

    private boolean holds(Proof proof, UUID event) {
        var rows = new StoredRows(jdbc, properties.schema()).of(event);
        if (rows.size() != 1 || !proof.leadsFrom(rows.getFirst().computed())) {
            return false;
        }
        try (var memory = Memory.read(folder(), List.of())) {
            var ring = new KeyRing(memory.keys(), key(), SealingKey::verifies);
            var tables = new SealTables(jdbc, properties.schema());
            var number = proof.epoch().number();
            var faults = ring.read(tables.keys(), number);
            var hash = proof.epoch().hash();
            var remembered = memory.of(number);
            return faults.isEmpty()
                    && ring.signed(new Epoch.Sealed(proof.epoch(), hash, proof.signature(), List.of()))
                    && (remembered.isEmpty() || remembered.equals(java.util.Set.of(hash)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The hash of a proof's epoch, for comparing with a checkpoint on paper; empty when it is no proof. */
    public Optional<Checkpoint> checkpointOf(byte[] proof) {
        return Proof.read(proof)
                .map(given ->
                        new Checkpoint(given.epoch().number(), given.epoch().hash()));
    }

    private @Nullable Path folder() {
        var folder = properties.sealing().checkpoints();
        return folder.isBlank() ? null : Path.of(folder);
    }

    private @Nullable SealingKey key() {
        var file = properties.sealing().key();
        try {
            return file.isBlank() || !Files.exists(Path.of(file)) ? null : SealingKey.ofFile(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
