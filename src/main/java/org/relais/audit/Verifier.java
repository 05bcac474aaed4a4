package org.relais.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One check of the whole log, from the first epoch on: reads every row, hashes it, and compares with the epochs, with
 * their signatures and with what is remembered outside. To be run on one state of the tables.
 */
final class Verifier {

    /** A row may be this much older than the epoch before its own: clocks are set, transactions commit late. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final int EPOCHS_OF_ONE_READ = 1_000;
    private static final long ROWS_OF_ONE_READ = 50_000;
    private static final int KNOWN_CONTENTS = 20_000;
    private static final int MOST_FINDINGS = 1_000;
    private static final int MOST_OPEN = 200_000;

    private final SealTables tables;
    private final StoredRows rows;
    private final Memory memory;
    private final VerificationProgress progress;
    private final KeyRing ring;
    private final FindingList found = new FindingList(MOST_FINDINGS);
    private final Swaps swaps = new Swaps();
    private final Map<Integer, Tombstone> tombstones = new HashMap<>();
    private final Map<Integer, List<String>> buried = new HashMap<>();
    private final Map<List<Object>, Long> sealedTo = new LinkedHashMap<>();
    private final LinkedHashMap<StoredRow.Content, UUID> contents = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoredRow.Content, UUID> eldest) {
            return size() > KNOWN_CONTENTS;
        }
    };
    private final List<Gone> gone = new ArrayList<>();
    private long read;
    private long open;
    private long expected;
    private long total;
    private boolean beforeTrusted = true;
    private @Nullable Instant lastComplete;
    private @Nullable Instant newestRow;
    private @Nullable Instant newestOpen;

    Verifier(
            JdbcClient jdbc,
            String schema,
            Memory memory,
            @Nullable SealingKey own,
            KeyRing.Check check,
            VerificationProgress progress) {
        this.tables = new SealTables(jdbc, schema);
        this.rows = new StoredRows(jdbc, schema);
        this.memory = memory;
        this.progress = progress;
        this.ring = new KeyRing(memory.keys(), own, check);
    }

    /** A sealed row that is not there. */
    private record Gone(Epoch.Sealed epoch, @Nullable Instant before, Finding.Rows rows) {}

    Findings run(Instant at) {
        var last = tables.last();
        var through = last.map(Epoch.Sealed::number).orElse(0L);
        expected = last.map(epoch -> epoch.epoch().totalRows()).orElse(0L);
        ring.read(tables.keys(), through).forEach(found::add);
        readTombstones();
        checkEpochs(through);
        checkOpen();
        checkGone();
        swaps.settle(found);
        checkMemory(through, last.map(epoch -> epoch.epoch().sealedAt()).orElse(null));
        checkTombstones();
        progress.at(read, Math.max(read, expected));
        return new Findings(at, through, read, open, memory.count(), found.sorted());
    }

    private void checkEpochs(long through) {
        var next = 1L;
        Epoch.@Nullable Sealed before = null;
        while (next <= through) {
            var until = Math.min(through, next + EPOCHS_OF_ONE_READ - 1);
            var all = tables.epochs(next, until);
            var some = enough(all);
            if (some.isEmpty()) {
                missing(next, until, before, null);
                next = until + 1;
                continue;
            }
            var end = some.size() < all.size() ? some.getLast().number() : until;
            var following = tables.epochs(end + 1, end + 1);
            before = check(some, following.isEmpty() ? null : following.getFirst(), next, end, before);
            next = end + 1;
            progress.at(Math.min(read, expected), Math.max(read, expected));
        }
    }

    // As many epochs as have rows enough for one read
    private static List<Epoch.Sealed> enough(List<Epoch.Sealed> epochs) {
        var sum = 0L;
        for (int at = 0; at < epochs.size(); at++) {
            var epoch = epochs.get(at).epoch();
            sum += Math.max(0, epoch.readCount()) + (long) Math.max(0, epoch.writeCount());
            var ends = at + 1 == epochs.size() || epochs.get(at + 1).number() != epoch.number();
            if (sum > ROWS_OF_ONE_READ && ends && at + 1 < epochs.size()) {
                return epochs.subList(0, at + 1);
            }
        }
        return epochs;
    }

    private Epoch.@Nullable Sealed check(
            List<Epoch.Sealed> epochs,
            Epoch.@Nullable Sealed following,
            long from,
            long until,
            Epoch.@Nullable Sealed previous) {
        ring.check(epochs);
        var numbered = numbered(epochs);
        var within = rows.within(from, until);
        var before = previous;
        var number = from;
        for (int at = 0; at < epochs.size(); at++) {
            var same = new ArrayList<Epoch.Sealed>();
            same.add(epochs.get(at));
            while (at + 1 < epochs.size()
                    && epochs.get(at + 1).number() == epochs.get(at).number()) {
                same.add(epochs.get(++at));
            }
            var after = at + 1 < epochs.size() ? epochs.get(at + 1) : following;
            if (same.getFirst().number() > number) {
                missing(number, same.getFirst().number() - 1, before, same.getFirst());
            }
            var epoch = judge(same, before, after, numbered, within);
            before = epoch;
            number = epoch.number() + 1;
        }
        if (number <= until) {
            missing(number, until, before, following);
        }
        return before;
    }

    private void missing(long from, long until, Epoch.@Nullable Sealed before, Epoch.@Nullable Sealed after) {
        found.add(new Finding(
                FindingKind.EPOCHS_REMOVED,
                from,
                until,
                FindingList.NO_ROWS,
                before == null ? null : before.epoch().sealedAt(),
                after == null ? null : after.epoch().sealedAt()));
    }

    // ---- One epoch

    private Epoch.Sealed judge(
            List<Epoch.Sealed> same,
            Epoch.@Nullable Sealed before,
            Epoch.@Nullable Sealed after,
            Map<List<Object>, TreeMap<Long, List<StoredRow>>> numbered,
            Map<Long, List<StoredRows.Within>> within) {
        var number = same.getFirst().number();
        var remembered = memory.of(number);
        var anchors = new ArrayList<>(remembered);
        if (after != null && after.number() == number + 1 && ring.signed(after)) {
            anchors.add(after.epoch().previousHash());
        }
        var epoch = same.stream()
                .max(Comparator.comparingInt(
                        each -> (anchors.contains(each.epoch().hash()) ? 2 : 0) + (ring.signed(each) ? 1 : 0)))
                .orElseThrow();
        var kind = same.size() > 1 ? FindingKind.FORKED : kind(epoch, before, remembered, anchors);
        if (kind != null) {
            found.add(new Finding(
                    kind,
                    number,
                    number,
                    all(epoch),
                    before == null ? null : before.epoch().sealedAt(),
                    epoch.epoch().sealedAt()));
        }
        var trusted = kind == null || kind == FindingKind.KEY_REPLACED;
        checkRows(epoch, trusted, before, numbered, within.getOrDefault(number, List.of()));
        beforeTrusted = trusted;
        total = epoch.epoch().totalRows();
        if (epoch.epoch().complete()) {
            lastComplete = epoch.epoch().sealedAt();
        }
        for (var tombstone : tombstones.values()) {
            if (tombstone.firstEpoch() <= number && number <= tombstone.lastEpoch()) {
                buried.computeIfAbsent(tombstone.month(), month -> new ArrayList<>())
                        .add(epoch.storedHash());
            }
        }
        return epoch;
    }

    private @Nullable FindingKind kind(
            Epoch.Sealed epoch, Epoch.@Nullable Sealed before, Set<String> remembered, List<String> anchors) {
        var content = epoch.epoch();
        var hash = content.hash();
        var signed = ring.signed(epoch);
        var denied = anchors.stream().anyMatch(anchor -> !anchor.equals(hash));
        if (signed && !denied) {
            var chained = before == null
                    || before.number() + 1 != epoch.number()
                    || content.previousHash().equals(before.storedHash())
                    || content.previousHash().equals(before.epoch().hash());
            if (!chained && beforeTrusted) {
                return FindingKind.FORKED;
            }
            var begins = before != null
                    || epoch.number() > 1
                    || content.previousHash().equals(Epoch.BEGINNING);
            var counted = before == null
                    || before.number() + 1 != epoch.number()
                    || !beforeTrusted
                    || content.totalRows() == total + content.readCount() + content.writeCount();
            if (!hash.equals(epoch.storedHash()) || !begins || !counted) {
                return FindingKind.EPOCH_REWRITTEN;
            }
            return null;
        }
        if (signed) {
            // The key itself signed something else under this number
            return remembered.contains(hash) ? null : FindingKind.FORKED;
        }
        var authentic = !anchors.isEmpty() && !denied;
        var underAnotherKey =
                ring.ids().stream().map(key -> content.withKey(key).hash()).anyMatch(anchors::contains);
        return authentic || underAnotherKey ? FindingKind.KEY_REPLACED : FindingKind.EPOCH_REWRITTEN;
    }

    private static Finding.Rows all(Epoch.Sealed epoch) {
        var count = (long) epoch.epoch().readCount() + epoch.epoch().writeCount();
        if (epoch.ranges().size() == 1 && epoch.epoch().writeCount() == 0) {
            var range = epoch.ranges().getFirst();
            return new Finding.Rows(range.node(), range.month(), range.first(), range.last(), count, List.of());
        }
        return new Finding.Rows(null, 0, 0, 0, count, List.of());
    }

    private Map<List<Object>, TreeMap<Long, List<StoredRow>>> numbered(List<Epoch.Sealed> epochs) {
        var bounds = new LinkedHashMap<List<Object>, Epoch.Range>();
        for (var epoch : epochs) {
            for (var range : epoch.ranges()) {
                bounds.merge(
                        place(range.node(), range.month()),
                        range,
                        (one, other) -> new Epoch.Range(
                                one.node(),
                                one.month(),
                                Math.min(one.first(), other.first()),
                                Math.max(one.last(), other.last())));
            }
        }
        Map<List<Object>, TreeMap<Long, List<StoredRow>>> numbered = new HashMap<>();
        bounds.forEach((place, range) -> {
            var byNumber = numbered.computeIfAbsent(place, each -> new TreeMap<>());
            if (tombstones.containsKey(range.month())) {
                return;
            }
            for (var row : rows.numbered(range)) {
                var sequence = row.sequence();
                if (sequence != null) {
                    byNumber.computeIfAbsent(sequence, each -> new ArrayList<>(1))
                            .add(row);
                }
            }
        });
        return numbered;
    }

    private static List<Object> place(String node, int month) {
        return List.of(node, month);
    }

    // ---- The rows of one epoch

    private void checkRows(
            Epoch.Sealed epoch,
            boolean trusted,
            Epoch.@Nullable Sealed before,
            Map<List<Object>, TreeMap<Long, List<StoredRow>>> numbered,
            List<StoredRows.Within> within) {
        var reads = new ArrayList<StoredRow>();
        var readsWhole = true;
        var numbers = 0L;
        var missing = new ArrayList<Gone>();
        for (var range : epoch.ranges()) {
            sealedTo.merge(place(range.node(), range.month()), range.last(), Math::max);
            if (tombstones.containsKey(range.month())) {
                readsWhole = false;
                continue;
            }
            numbers += range.size();
            var there = numbered.getOrDefault(place(range.node(), range.month()), new TreeMap<>())
                    .subMap(range.first(), true, range.last(), true);
            missing.addAll(holes(epoch, before, range, there));
            for (var each : there.values()) {
                var row = each.getFirst();
                if (each.size() > 1) {
                    row = each.stream().filter(StoredRow::whole).findFirst().orElse(row);
                    found.add(rowFinding(FindingKind.DUPLICATED, epoch, before, row));
                }
                reads.add(row);
            }
        }
        var writes = new ArrayList<StoredRow>();
        var writesWhole = true;
        for (var each : within) {
            var row = each.row().orElse(null);
            if (each.rows().size() > 1 && row != null) {
                found.add(rowFinding(FindingKind.DUPLICATED, epoch, before, row));
            }
            if (tombstones.containsKey(each.write().month())) {
                writesWhole = false;
            } else if (row == null) {
                missing.add(new Gone(
                        epoch,
                        before == null ? null : before.epoch().sealedAt(),
                        new Finding.Rows(
                                null,
                                each.write().month(),
                                0,
                                0,
                                1,
                                List.of(each.write().event()))));
            } else {
                writes.add(row);
            }
        }
        read += reads.size() + (long) writes.size();
        if (writesWhole && trusted && within.size() < epoch.epoch().writeCount()) {
            // The row may still stand there; what named it does not
            missing.add(new Gone(
                    epoch,
                    before == null ? null : before.epoch().sealedAt(),
                    new Finding.Rows(null, 0, 0, 0, epoch.epoch().writeCount() - within.size(), List.of())));
        }
        if (readsWhole) {
            accountFor(epoch, before, missing, numbers);
        } else {
            gone.addAll(missing);
        }
        var unlike = new ArrayList<StoredRow>();
        reads.forEach(row -> inspect(row, epoch, before, unlike));
        writes.forEach(row -> inspect(row, epoch, before, unlike));
        swaps.unlike(epoch, before, unlike);
        if (!trusted || !unlike.isEmpty() || !missing.isEmpty()) {
            return;
        }
        if (readsWhole && !matches(epoch.epoch().readRoot(), reads)) {
            swaps.reads(epoch, before, reads);
        }
        if (writesWhole
                && (within.size() > epoch.epoch().writeCount()
                        || !matches(epoch.epoch().writeRoot(), writes))) {
            swaps.writes(epoch, before, writes);
        }
    }

    private static boolean matches(String root, List<StoredRow> rows) {
        return HexFormat.of()
                .formatHex(MerkleTree.root(rows.stream().map(StoredRow::leaf).toList()))
                .equals(root);
    }

    private List<Gone> holes(
            Epoch.Sealed epoch,
            Epoch.@Nullable Sealed before,
            Epoch.Range range,
            java.util.SortedMap<Long, List<StoredRow>> there) {
        var holes = new ArrayList<Gone>();
        if (there.size() == range.size()) {
            return holes;
        }
        var expectedNext = range.first();
        var known = new ArrayList<>(there.keySet());
        known.add(range.last() + 1);
        for (var sequence : known) {
            if (sequence > expectedNext) {
                holes.add(new Gone(
                        epoch,
                        before == null ? null : before.epoch().sealedAt(),
                        new Finding.Rows(
                                range.node(),
                                range.month(),
                                expectedNext,
                                sequence - 1,
                                sequence - expectedNext,
                                List.of())));
            }
            expectedNext = sequence + 1;
        }
        return holes;
    }

    // The epoch says how many rows it saw: what was gone before is not what was removed since
    private void accountFor(Epoch.Sealed epoch, Epoch.@Nullable Sealed before, List<Gone> missing, long numbers) {
        var vanished = numbers - epoch.epoch().readCount();
        var numberedGone =
                missing.stream().filter(each -> each.rows().node() != null).toList();
        var lost = numberedGone.stream().mapToLong(each -> each.rows().count()).sum();
        if (vanished > 0 && lost <= vanished) {
            numberedGone.forEach(each -> found.add(finding(FindingKind.TRUNCATED, each)));
            missing.stream().filter(each -> each.rows().node() == null).forEach(gone::add);
        } else {
            if (vanished > 0) {
                found.add(new Finding(
                        FindingKind.TRUNCATED,
                        epoch.number(),
                        epoch.number(),
                        all(epoch),
                        before == null ? null : before.epoch().sealedAt(),
                        epoch.epoch().sealedAt()));
            }
            gone.addAll(missing);
        }
    }

    private static Finding finding(FindingKind kind, Gone each) {
        return new Finding(
                kind,
                each.epoch().number(),
                each.epoch().number(),
                each.rows(),
                each.before(),
                each.epoch().epoch().sealedAt());
    }

    private static Finding rowFinding(
            FindingKind kind, Epoch.@Nullable Sealed epoch, Epoch.@Nullable Sealed before, StoredRow row) {
        return new Finding(
                kind,
                epoch == null ? 0 : epoch.number(),
                epoch == null ? 0 : epoch.number(),
                FindingList.rows(row),
                before == null ? null : before.epoch().sealedAt(),
                epoch == null ? null : epoch.epoch().sealedAt());
    }

    private void inspect(StoredRow row, Epoch.Sealed epoch, Epoch.@Nullable Sealed before, List<StoredRow> unlike) {
        var at = row.instant();
        if (newestRow == null || at.isAfter(newestRow)) {
            newestRow = at;
        }
        var twin = contents.putIfAbsent(row.content(), row.id());
        if (twin != null) {
            found.add(rowFinding(FindingKind.DUPLICATED, epoch, before, row));
        } else if (!row.whole()) {
            if (twin(row)) {
                found.add(rowFinding(FindingKind.DUPLICATED, epoch, before, row));
            } else {
                unlike.add(row);
            }
        } else if (lastComplete != null && at.isBefore(lastComplete.minus(TOLERANCE))) {
            found.add(rowFinding(twin(row) ? FindingKind.DUPLICATED : FindingKind.BACKDATED, epoch, before, row));
        }
    }

    private boolean twin(StoredRow row) {
        return rows.same(row).stream()
                        .filter(each -> each.content().equals(row.content()))
                        .count()
                > 1;
    }

    // ---- What no epoch holds

    private void checkOpen() {
        var standing = new ArrayList<StoredRow>();
        for (var numbers : rows.numbers()) {
            if (tombstones.containsKey(numbers.month())) {
                continue;
            }
            var sealed = sealedTo.getOrDefault(place(numbers.node(), numbers.month()), 0L);
            if (numbers.last() <= sealed) {
                continue;
            }
            var next = sealed + 1;
            for (var row : rows.after(numbers.node(), numbers.month(), sealed, MOST_OPEN)) {
                var sequence = row.sequence() == null ? 0 : row.sequence();
                if (sequence > next) {
                    found.add(new Finding(
                            FindingKind.TRUNCATED,
                            0,
                            0,
                            new Finding.Rows(
                                    numbers.node(), numbers.month(), next, sequence - 1, sequence - next, List.of()),
                            lastComplete,
                            row.instant()));
                } else if (sequence < next) {
                    found.add(open(FindingKind.DUPLICATED, row));
                }
                next = sequence + 1;
                standing.add(row);
            }
        }
        standing.addAll(rows.unsealedWithin(MOST_OPEN));
        standing.forEach(this::inspectOpen);
        open = standing.size();
    }

    private void inspectOpen(StoredRow row) {
        var at = row.instant();
        if (newestOpen == null || at.isAfter(newestOpen)) {
            newestOpen = at;
        }
        var twin = contents.putIfAbsent(row.content(), row.id());
        if (twin != null || !row.whole() && twin(row)) {
            found.add(open(FindingKind.DUPLICATED, row));
        } else if (lastComplete != null && at.isBefore(lastComplete.minus(TOLERANCE))) {
            found.add(open(twin(row) ? FindingKind.DUPLICATED : FindingKind.BACKDATED, row));
        } else if (!row.whole()) {
            found.add(open(FindingKind.CHANGED, row));
        }
    }

    private Finding open(FindingKind kind, StoredRow row) {
        return new Finding(kind, 0, 0, FindingList.rows(row), lastComplete, null);
    }

    // ---- What is gone, and what is remembered

    // Everything after a moment gone, and nothing newer there: an older state was put in its place
    private void checkGone() {
        if (gone.isEmpty()) {
            return;
        }
        var first = gone.getFirst().epoch().number();
        var since = gone.getFirst().before();
        var count = gone.stream().mapToLong(each -> each.rows().count()).sum();
        var earlier = newestOf(newestRow, newestOpen);
        var nothingNewer = since == null
                || earlier == null
                || !earlier.isAfter(gone.getFirst().epoch().epoch().sealedAt());
        var through = tables.rowsAfter(first);
        var later = gone.stream()
                .filter(each -> each.epoch().number() > first)
                .mapToLong(each -> each.rows().count())
                .sum();
        if ((count > 1 || tailGone()) && nothingNewer && later == through && open == 0) {
            found.add(new Finding(
                    FindingKind.ROLLED_BACK,
                    first,
                    gone.getLast().epoch().number(),
                    new Finding.Rows(null, 0, 0, 0, count, List.of()),
                    since,
                    gone.getLast().epoch().epoch().sealedAt()));
        } else {
            gone.forEach(each -> found.add(finding(FindingKind.DELETED, each)));
        }
    }

    // Rows that no epoch held went with them
    private boolean tailGone() {
        return memory.tails().stream()
                .filter(tail -> tail.sequence() > sealedTo.getOrDefault(place(tail.node(), tail.month()), 0L))
                .anyMatch(tail -> row(tail).isEmpty());
    }

    private List<StoredRow> row(CheckpointFiles.Line.Tail tail) {
        return rows.numbered(new Epoch.Range(tail.node(), tail.month(), tail.sequence(), tail.sequence()));
    }

    private static @Nullable Instant newestOf(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private void checkMemory(long through, @Nullable Instant lastSealed) {
        var removed = memory.newest() > through;
        if (removed) {
            var from = memory.timeOf(through + 1);
            var newest = newestOf(newestRow, newestOpen);
            var newer = from != null && newest != null && newest.isAfter(from);
            found.add(new Finding(
                    newer ? FindingKind.EPOCHS_REMOVED : FindingKind.ROLLED_BACK,
                    through + 1,
                    memory.newest(),
                    FindingList.NO_ROWS,
                    lastSealed,
                    memory.timeOf(memory.newest())));
        }
        if (removed || found.has(FindingKind.ROLLED_BACK)) {
            return;
        }
        for (var tail : memory.tails()) {
            checkTail(tail);
        }
        for (var lost : memory.lost()) {
            if (!tombstones.containsKey(lost.month())) {
                found.add(new Finding(
                        FindingKind.TRUNCATED,
                        0,
                        0,
                        new Finding.Rows(null, lost.month(), 0, 0, 1, List.of(UUID.fromString(lost.event()))),
                        lost.at(),
                        lost.at()));
            }
        }
    }

    private void checkTail(CheckpointFiles.Line.Tail tail) {
        if (tombstones.containsKey(tail.month())) {
            return;
        }
        var sealed = sealedTo.getOrDefault(place(tail.node(), tail.month()), 0L);
        var there = row(tail);
        if (there.isEmpty() && tail.sequence() > sealed) {
            var newest = rows.numbers().stream()
                    .filter(each -> each.node().equals(tail.node()) && each.month() == tail.month())
                    .mapToLong(StoredRows.Numbers::last)
                    .max()
                    .orElse(0);
            if (newest < tail.sequence()) {
                found.add(new Finding(
                        FindingKind.TRUNCATED,
                        0,
                        0,
                        new Finding.Rows(
                                tail.node(),
                                tail.month(),
                                newest + 1,
                                tail.sequence(),
                                tail.sequence() - newest,
                                List.of()),
                        lastComplete,
                        tail.at()));
            }
        } else if (!there.isEmpty()
                && there.getFirst().whole()
                && there.stream()
                        .noneMatch(row -> HexFormat.of().formatHex(row.leaf()).equals(tail.leaf()))) {
            var epoch = tail.sequence() > sealed
                    ? 0
                    : tables.epochOf(tail.node(), tail.month(), tail.sequence()).orElse(0L);
            // The number was given again after its row was gone; in an epoch with a fault that is another matter
            if (epoch == 0 || !found.concerns(epoch)) {
                found.add(new Finding(
                        FindingKind.TRUNCATED, epoch, epoch, FindingList.rows(there.getFirst()), tail.at(), tail.at()));
            }
        }
    }

    private void readTombstones() {
        for (var tombstone : tables.tombstones()) {
            if (ring.signed(tombstone)) {
                tombstones.put(tombstone.month(), tombstone);
            } else {
                found.add(new Finding(
                        FindingKind.KEY_REPLACED,
                        tombstone.firstEpoch(),
                        tombstone.lastEpoch(),
                        new Finding.Rows(null, tombstone.month(), 0, 0, tombstone.rows(), List.of()),
                        null,
                        tombstone.signedAt()));
            }
        }
    }

    private void checkTombstones() {
        for (var tombstone : tombstones.values()) {
            if (!Tombstone.over(buried.getOrDefault(tombstone.month(), List.of()))
                    .equals(tombstone.epochsHash())) {
                found.add(new Finding(
                        FindingKind.EPOCH_REWRITTEN,
                        tombstone.firstEpoch(),
                        tombstone.lastEpoch(),
                        new Finding.Rows(null, tombstone.month(), 0, 0, tombstone.rows(), List.of()),
                        null,
                        tombstone.signedAt()));
            }
        }
    }
}
