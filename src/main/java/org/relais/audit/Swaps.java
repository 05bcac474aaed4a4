package org.relais.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells rows that changed places from rows that were changed. Rows that do not fit are kept until all are known: a swap
 * may reach from one epoch to another.
 */
final class Swaps {

    private static final int MOST_ROWS = 600;
    private static final int MOST_ATTEMPTS = 20_000;

    private final List<Place> unlike = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();

    /** A row whose own hash does not fit. */
    private record Place(Epoch.Sealed epoch, Epoch.@Nullable Sealed before, StoredRow row) {}

    /** An epoch whose rows fit themselves and not its root. */
    private record Tree(
            Epoch.Sealed epoch, Epoch.@Nullable Sealed before, String root, List<StoredRow> rows, boolean reads) {}

    void unlike(Epoch.Sealed epoch, Epoch.@Nullable Sealed before, List<StoredRow> rows) {
        rows.forEach(row -> unlike.add(new Place(epoch, before, row)));
    }

    void reads(Epoch.Sealed epoch, Epoch.@Nullable Sealed before, List<StoredRow> rows) {
        trees.add(new Tree(epoch, before, epoch.epoch().readRoot(), List.copyOf(rows), true));
    }

    void writes(Epoch.Sealed epoch, Epoch.@Nullable Sealed before, List<StoredRow> rows) {
        trees.add(new Tree(epoch, before, epoch.epoch().writeRoot(), List.copyOf(rows), false));
    }

    /** Names what was kept. */
    void settle(FindingList found) {
        settleUnlike(found);
        settleTrees(found);
    }

    private void settleUnlike(FindingList found) {
        var rest = new ArrayList<>(unlike);
        for (int at = 0; at < rest.size() && rest.size() <= MOST_ROWS; at++) {
            for (int other = at + 1; other < rest.size(); other++) {
                if (swapped(rest.get(at).row(), rest.get(other).row())) {
                    found.add(finding(FindingKind.SWAPPED, rest.get(at), rest.get(other)));
                    rest.remove(other);
                    rest.remove(at);
                    at--;
                    break;
                }
            }
        }
        rest.forEach(place -> found.add(finding(FindingKind.CHANGED, place, place)));
    }

    // Their numbers, their ids, or both were exchanged, and their hashes left as they were
    private static boolean swapped(StoredRow one, StoredRow other) {
        return fits(one, other.id(), one) && fits(other, one.id(), other)
                || fits(one, one.id(), other) && fits(other, other.id(), one)
                || fits(one, other.id(), other) && fits(other, one.id(), one)
                || Arrays.equals(one.leaf(), other.computed()) && Arrays.equals(other.leaf(), one.computed());
    }

    private static boolean fits(StoredRow row, java.util.UUID id, StoredRow place) {
        return Arrays.equals(row.leaf(), row.computedAs(id, place.node(), place.month(), place.sequence()));
    }

    private static Finding finding(FindingKind kind, Place one, Place other) {
        var first = one.epoch().number() <= other.epoch().number() ? one : other;
        var last = first == one ? other : one;
        return new Finding(
                kind,
                first.epoch().number(),
                last.epoch().number(),
                range(one.row(), other.row()),
                first.before() == null ? null : first.before().epoch().sealedAt(),
                last.epoch().epoch().sealedAt());
    }

    private static Finding.Rows range(StoredRow one, StoredRow other) {
        if (one == other) {
            return FindingList.rows(one);
        }
        var first = one.sequence() == null ? 0 : one.sequence();
        var last = other.sequence() == null ? 0 : other.sequence();
        var same = one.sequence() != null && one.node().equals(other.node()) && one.month() == other.month();
        return new Finding.Rows(
                same ? one.node() : null,
                one.month() == other.month() ? one.month() : 0,
                same ? Math.min(first, last) : 0,
                same ? Math.max(first, last) : 0,
                2,
                List.of(one.id(), other.id()));
    }

    // The hashes were made to fit: some exchange makes the tree whole again, or a row was changed
    private void settleTrees(FindingList found) {
        var rest = new ArrayList<>(trees);
        for (var tree : trees) {
            var pair = tree.reads() ? within(tree) : order(tree);
            if (pair != null) {
                found.add(pair);
                rest.remove(tree);
            }
        }
        for (int at = 0; at < rest.size() && rest.size() <= 50; at++) {
            for (int other = at + 1; other < rest.size(); other++) {
                var pair = across(rest.get(at), rest.get(other));
                if (pair != null) {
                    found.add(pair);
                    rest.remove(other);
                    rest.remove(at);
                    at--;
                    break;
                }
            }
        }
        for (var tree : rest) {
            found.add(rest(tree));
        }
    }

    private static Finding rest(Tree tree) {
        var sealedAt = tree.epoch().epoch().sealedAt();
        var younger = tree.rows().stream().anyMatch(row -> row.instant().isAfter(sealedAt.plus(Verifier.TOLERANCE)));
        var rows = tree.rows();
        var single = tree.reads() && tree.epoch().ranges().size() == 1;
        var range = single ? tree.epoch().ranges().getFirst() : null;
        return new Finding(
                younger ? FindingKind.ROLLED_BACK : FindingKind.REHASHED,
                tree.epoch().number(),
                tree.epoch().number(),
                range == null
                        ? new Finding.Rows(
                                null,
                                0,
                                0,
                                0,
                                rows.size(),
                                rows.stream().limit(20).map(StoredRow::id).toList())
                        : new Finding.Rows(
                                range.node(), range.month(), range.first(), range.last(), rows.size(), List.of()),
                tree.before() == null ? null : tree.before().epoch().sealedAt(),
                sealedAt);
    }

    // The order of rows written within a change is by month and id
    private static @Nullable Finding order(Tree tree) {
        var sorted = tree.rows().stream()
                .sorted(Comparator.comparingInt(StoredRow::month)
                        .thenComparing(row -> row.id().toString()))
                .toList();
        if (sorted.equals(tree.rows()) || !whole(tree, leaves(sorted))) {
            return null;
        }
        var moved = new ArrayList<StoredRow>();
        for (int at = 0; at < sorted.size(); at++) {
            if (!sorted.get(at).equals(tree.rows().get(at))) {
                moved.add(sorted.get(at));
            }
        }
        return finding(
                FindingKind.SWAPPED,
                new Place(tree.epoch(), tree.before(), moved.getFirst()),
                new Place(tree.epoch(), tree.before(), moved.getLast()));
    }

    private static @Nullable Finding within(Tree tree) {
        var rows = tree.rows();
        var attempts = 0;
        for (int at = 0; at < rows.size(); at++) {
            for (int other = at + 1; other < rows.size(); other++) {
                var one = rows.get(at);
                var two = rows.get(other);
                // Ids are given in the order of time: who changed places stands before an older one
                if (one.id().toString().compareTo(two.id().toString()) <= 0 && rows.size() > 64) {
                    continue;
                }
                if (++attempts > MOST_ATTEMPTS) {
                    return null;
                }
                var leaves = leaves(rows);
                leaves.set(other, one.computedAs(one.id(), two.node(), two.month(), two.sequence()));
                leaves.set(at, two.computedAs(two.id(), one.node(), one.month(), one.sequence()));
                if (whole(tree, leaves)) {
                    return finding(
                            FindingKind.SWAPPED,
                            new Place(tree.epoch(), tree.before(), one),
                            new Place(tree.epoch(), tree.before(), two));
                }
            }
        }
        return null;
    }

    private static @Nullable Finding across(Tree first, Tree second) {
        if (first.reads() != second.reads()
                || (long) first.rows().size() * second.rows().size() > MOST_ATTEMPTS) {
            return null;
        }
        for (int at = 0; at < first.rows().size(); at++) {
            for (int other = 0; other < second.rows().size(); other++) {
                var one = first.rows().get(at);
                var two = second.rows().get(other);
                var leaves = leaves(first.rows());
                leaves.set(at, two.computedAs(two.id(), one.node(), one.month(), one.sequence()));
                if (whole(first, leaves)) {
                    return finding(
                            FindingKind.SWAPPED,
                            new Place(first.epoch(), first.before(), one),
                            new Place(second.epoch(), second.before(), two));
                }
            }
        }
        return null;
    }

    private static ArrayList<byte[]> leaves(List<StoredRow> rows) {
        var leaves = new ArrayList<byte[]>(rows.size());
        rows.forEach(row -> leaves.add(row.leaf()));
        return leaves;
    }

    private static boolean whole(Tree tree, List<byte[]> leaves) {
        return HexFormat.of().formatHex(MerkleTree.root(leaves)).equals(tree.root());
    }
}
