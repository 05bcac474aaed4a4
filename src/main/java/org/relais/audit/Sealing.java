package org.relais.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One epoch: collects what no epoch holds, builds its trees, signs. To be called within a transaction that nobody else
 * shares.
 */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    /** Rows of one epoch at most; a proof stays under 1 kB. */
    static final int MOST_ROWS = 65_536;

    private final SealTables tables;
    private final Duration silence;
    private final int most;

    /** @param silence how often an epoch without a row is sealed at most */
    Sealing(SealTables tables, Duration silence) {
        this(tables, silence, MOST_ROWS);
    }

    Sealing(SealTables tables, Duration silence, int most) {
        this.tables = tables;
        this.silence = silence;
        this.most = most;
    }

    /**
     * Seals what waits, or the silence.
     *
     * @param everything looks at the whole log instead of the last minutes
     * @return nothing sealed when another runner is at it, or the key is not the one whose turn it is
     */
    Epoch.Outcome seal(SealingKey key, boolean everything) {
        return seal(key, everything ? null : Seals.RECENT);
    }

    /**
     * Seals what waits, or the silence.
     *
     * @param back how long before the last epoch it looks for commits that came late; null for the whole log
     */
    Epoch.Outcome seal(SealingKey key, @Nullable Duration back) {
        if (!tables.lockHead()) {
            return Epoch.Outcome.NONE;
        }
        var last = tables.last();
        var number = last.map(Epoch.Sealed::number).orElse(0L) + 1;
        if (!admit(key, number)) {
            return Epoch.Outcome.NONE;
        }
        var since = back == null
                ? null
                : tables.lastComplete().map(at -> at.minus(back)).orElse(null);
        var reads = reads(since == null ? 0 : AccessRow.monthOf(since));
        var writes = tables.waiting(since, most - reads.leaves().size() + 1);
        var complete = reads.complete() && reads.leaves().size() + writes.size() <= most;
        if (reads.leaves().size() + writes.size() > most) {
            writes = writes.subList(0, most - reads.leaves().size());
        }
        var now = tables.now();
        if (reads.leaves().isEmpty() && writes.isEmpty() && recent(last, now)) {
            return Epoch.Outcome.NONE;
        }
        var epoch = new Epoch(
                number,
                now,
                last.map(Epoch.Sealed::storedHash).orElse(Epoch.BEGINNING),
                HexFormat.of().formatHex(MerkleTree.root(reads.leaves())),
                HexFormat.of()
                        .formatHex(MerkleTree.root(
                                writes.stream().map(SealTables.Waiting::leaf).toList())),
                reads.leaves().size(),
                writes.size(),
                last.map(before -> before.epoch().totalRows()).orElse(0L)
                        + reads.leaves().size()
                        + writes.size(),
                complete,
                key.id(),
                Epoch.hashOf(reads.ranges()));
        var sealed =
                new Epoch.Sealed(epoch, epoch.hash(), key.sign(HexFormat.of().parseHex(epoch.hash())), reads.ranges());
        tables.insert(sealed, writes.stream().map(SealTables.Waiting::write).toList());
        return new Epoch.Outcome(Optional.of(sealed), !complete);
    }

    // Of two nodes one has just sealed the silence
    private boolean recent(Optional<Epoch.Sealed> last, Instant now) {
        return last.isPresent()
                && last.get().epoch().complete()
                && now.isBefore(last.get().epoch().sealedAt().plus(silence.dividedBy(2)))
                && !now.isBefore(last.get().epoch().sealedAt());
    }

    private Reads reads(int month) {
        var ranges = new ArrayList<Epoch.Range>();
        var leaves = new ArrayList<byte[]>();
        for (var newest : tables.newest(month)) {
            var first = tables.lastSealed(newest.node(), newest.month()) + 1;
            if (newest.last() < first) {
                continue;
            }
            var room = most - leaves.size();
            if (room == 0) {
                return new Reads(ranges, leaves, false);
            }
            var range =
                    new Epoch.Range(newest.node(), newest.month(), first, Math.min(newest.last(), first + room - 1));
            leaves.addAll(tables.leaves(range));
            ranges.add(range);
            if (range.last() < newest.last()) {
                return new Reads(ranges, leaves, false);
            }
        }
        return new Reads(ranges, leaves, true);
    }

    private record Reads(List<Epoch.Range> ranges, List<byte[]> leaves, boolean complete) {}

    // The first key begins by itself; a later one only when the one before vouches for it.
    private boolean admit(SealingKey key, long number) {
        var keys = tables.keys();
        if (keys.isEmpty()) {
            tables.insert(new SealTables.Key(
                    key.id(), key.publicKey(), number, null, key.sign(SealingKey.vouched(key.publicKey()))));
            return true;
        }
        var newest = keys.getLast();
        if (newest.id().equals(key.id())) {
            return true;
        }
        var voucher = key.voucher();
        if (keys.stream().noneMatch(known -> known.id().equals(key.id()))
                && voucher != null
                && voucher.keyId().equals(newest.id())
                && SealingKey.verifies(newest.publicKey(), SealingKey.vouched(key.publicKey()), voucher.signature())) {
            tables.insert(new SealTables.Key(key.id(), key.publicKey(), number, voucher.keyId(), voucher.signature()));
            return true;
        }
        LOG.error(
                "The key of this node ({}) is not the one that seals ({}) and does not follow it: nothing is sealed here",
                key.id(),
                newest.id());
        return false;
    }
}
