package org.relais.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Hides small counts in tables about people so that no table, and no subtraction within or across the tables that are
 * published together, gives them back.
 *
 * <p>A count from 1 to below {@code smallestShown} is hidden, and so is what would give it away. For every hidden small
 * count there is another set of people, as many, that shows exactly the same published counts and has another count
 * there: one person with another value, or two people who exchanged one. What such a change touches is hidden too, the
 * cheapest first. A zero is no small count. Where everybody together is fewer than {@code smallestShown}, all is hidden.
 *
 * <p>The same question gets the same answer: nothing is drawn.
 */
public final class Suppression {

    /** In the place of a value: all of them together. */
    public static final int ALL = -1;

    /**
     * In the place of a dimension that a table crosses: only its groups, and the values that are in none. What lies
     * within a group is then in no cell of the table.
     */
    public static int groupsOf(int dimension) {
        return ~dimension;
    }

    /** More than so many partners for an exchange are not tried: the first ones, evenly taken, are as good. */
    private static final int PARTNERS = 40;

    /** Of those whom a small count counts, so many are tried. */
    private static final int WITNESSES = 2;

    private static final int BITS = 16;

    /** The cells of so many are kept, each a few kilobytes. */
    private static final int KNOWN = 10_000;

    private final int smallestShown;

    /** @param smallestShown the smallest count above zero that is shown, at least 1 */
    public Suppression(int smallestShown) {
        if (smallestShown < 1) {
            throw new IllegalArgumentException("The smallest count shown is at least 1");
        }
        this.smallestShown = smallestShown;
    }

    /**
     * What people are counted by.
     *
     * @param groupOf for every value, from 0, the number of its group, from 0; {@link #ALL} for a value in none
     */
    public record Dimension(List<Integer> groupOf) {

        public Dimension {
            groupOf = List.copyOf(groupOf);
        }

        /** Values without groups. */
        public static Dimension of(int values) {
            var none = new Integer[values];
            Arrays.fill(none, ALL);
            return new Dimension(List.of(none));
        }

        int values() {
            return groupOf.size();
        }

        /** How a group is named where a value is expected. */
        public int group(int number) {
            return values() + number;
        }

        private int[] path(int value, boolean groupsOnly) {
            var group = groupOf.get(value);
            if (group == ALL) {
                return new int[] {value, ALL};
            }
            return groupsOnly ? new int[] {values() + group, ALL} : new int[] {value, values() + group, ALL};
        }
    }

    /** The counts of a set of tables, and which of them are hidden. */
    public static final class Shown {

        private final Map<Long, Integer> counts;
        private final Set<Long> hidden;
        private final boolean nothing;

        private Shown(Map<Long, Integer> counts, Set<Long> hidden, boolean nothing) {
            this.counts = counts;
            this.hidden = hidden;
            this.nothing = nothing;
        }

        /** The count, hidden or not, of a cell given by dimension and value in turn; a group counts as a value. */
        public int count(int... cell) {
            return counts.getOrDefault(key(cell), 0);
        }

        /** Whether the count must not be shown. */
        public boolean hidden(int... cell) {
            return nothing || hidden.contains(key(cell));
        }

        private static long key(int... cell) {
            var dimensions = new int[cell.length / 2];
            var nodes = new int[cell.length / 2];
            for (var i = 0; i < dimensions.length; i++) {
                dimensions[i] = cell[2 * i];
                nodes[i] = cell[2 * i + 1];
            }
            return Suppression.key(dimensions, nodes);
        }
    }

    /** Which cells of a table of rows and columns are hidden; its totals are the row and the column after the last. */
    public static final class TwoWay {

        private final boolean[][] hidden;

        private TwoWay(boolean[][] hidden) {
            this.hidden = hidden;
        }

        public boolean hidden(int row, int column) {
            return hidden[row][column];
        }
    }

    /**
     * Which cells of one table are hidden.
     *
     * @param counts by row and column, without totals; none below 0
     */
    public TwoWay protect(int[][] counts) {
        var rows = counts.length;
        var columns = rows == 0 ? 0 : counts[0].length;
        var people = new ArrayList<int[]>();
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                for (var n = 0; n < counts[row][column]; n++) {
                    people.add(new int[] {row, column});
                }
            }
        }
        var shown = protect(List.of(Dimension.of(rows), Dimension.of(columns)), List.of(List.of(0, 1)), people);
        var hidden = new boolean[rows + 1][columns + 1];
        for (var row = 0; row <= rows; row++) {
            for (var column = 0; column <= columns; column++) {
                hidden[row][column] = shown.hidden(0, row == rows ? ALL : row, 1, column == columns ? ALL : column);
            }
        }
        return new TwoWay(hidden);
    }

    /**
     * Protects tables that are published together.
     *
     * @param tables which dimensions each table crosses, at most four, or {@link #groupsOf} them; their totals and groups
     *     are published with it
     * @param people the value of everybody in every dimension
     */
    public Shown protect(List<Dimension> dimensions, List<List<Integer>> tables, List<int[]> people) {
        var work = new Work(dimensions, tables, people);
        var nothing = !people.isEmpty() && people.size() < smallestShown;
        if (!nothing) {
            work.protect();
        }
        return new Shown(work.counts, work.hidden, nothing);
    }

    /** The same for a cell however many tables it is in: totals that tables share are one cell. */
    private static long key(int[] dimensions, int[] nodes) {
        var parts = new long[dimensions.length];
        var n = 0;
        for (var i = 0; i < dimensions.length; i++) {
            if (nodes[i] != ALL) {
                parts[n++] = ((long) dimension(dimensions[i]) + 1) << 10 | nodes[i];
            }
        }
        Arrays.sort(parts, 0, n);
        var key = 0L;
        for (var i = 0; i < n; i++) {
            key = key << BITS | parts[i];
        }
        return key;
    }

    private static int dimension(int crossed) {
        return crossed < 0 ? ~crossed : crossed;
    }

    private static boolean crosses(int[] table, int dimension) {
        return Arrays.stream(table).anyMatch(one -> dimension(one) == dimension);
    }

    private record Move(long[] touched, long cost) {}

    /** Somebody by their values; equal to whoever has the same. */
    private record Likeness(List<Integer> values, int dimension) {

        Likeness(int[] person, int dimension) {
            this(Arrays.stream(person).boxed().toList(), dimension);
        }
    }

    private final class Work {

        private final List<Dimension> dimensions;
        private final List<int[]> tables;
        private final List<int[]> people;
        private final Map<Long, Integer> counts = new HashMap<>();
        private final Map<Long, List<int[]>> small = new HashMap<>();
        private final Set<Long> hidden = new HashSet<>();
        /** The same people are looked at again and again. */
        private final Map<Likeness, long[]> known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Likeness, long[]> eldest) {
                return size() > KNOWN;
            }
        };
        /** Everybody who differs from the others, evenly thinned. */
        private final List<int[]> partners;

        Work(List<Dimension> dimensions, List<List<Integer>> tables, List<int[]> people) {
            this.dimensions = dimensions;
            this.tables = tables.stream()
                    .map(table -> table.stream().mapToInt(Integer::intValue).toArray())
                    .toList();
            this.people = people.stream().sorted(Arrays::compare).toList();
            for (var person : this.people) {
                for (var key : cells(person, ALL)) {
                    counts.merge(key, 1, Integer::sum);
                }
            }
            for (var person : this.people) {
                for (var key : cells(person, ALL)) {
                    if (counts.getOrDefault(key, 0) < smallestShown) {
                        small.computeIfAbsent(key, any -> new ArrayList<>()).add(person);
                    }
                }
            }
            partners = thinned();
        }

        private List<int[]> thinned() {
            var different = new ArrayList<int[]>();
            for (var person : people) {
                if (different.isEmpty() || !Arrays.equals(different.getLast(), person)) {
                    different.add(person);
                }
            }
            var step = Math.max(1, (different.size() + PARTNERS - 1) / PARTNERS);
            var kept = new ArrayList<int[]>();
            for (var i = 0; i < different.size(); i += step) {
                kept.add(different.get(i));
            }
            return kept;
        }

        void protect() {
            hidden.addAll(small.keySet());
            // The widest first: what totals need is then free for what lies within them
            small.keySet().stream().sorted(Comparator.<Long>naturalOrder()).forEach(this::protect);
        }

        private void protect(long key) {
            Move best = null;
            // What fewer tables cross touches less: the others are tried only where it leads nowhere
            for (var dimension : dimensions(key)) {
                for (var person : small.getOrDefault(key, List.of()).stream()
                        .limit(WITNESSES)
                        .toList()) {
                    best = cheapest(key, person, dimension, best);
                    if (best != null && best.cost() == 0) {
                        return;
                    }
                }
                if (best != null) {
                    break;
                }
            }
            if (best == null) {
                // Nothing else could be there than what is there: only hiding everybody helps
                counts.keySet().forEach(hidden::add);
            } else {
                Arrays.stream(best.touched()).forEach(hidden::add);
            }
        }

        private @Nullable Move cheapest(long key, int[] person, int dimension, @Nullable Move before) {
            var best = before;
            for (var partner : partners) {
                if (partner[dimension] != person[dimension]) {
                    best = better(best, key, change(dimension, person, partner));
                    if (best != null && best.cost() == 0) {
                        return best;
                    }
                }
            }
            for (var value = 0; value < dimensions.get(dimension).values(); value++) {
                if (value != person[dimension]) {
                    best = better(best, key, change(dimension, person, value));
                }
            }
            return best;
        }

        private @Nullable Move better(@Nullable Move best, long key, long[] touched) {
            if (Arrays.binarySearch(touched, key) < 0) {
                return best;
            }
            var cost = 0L;
            for (var cell : touched) {
                if (!hidden.contains(cell)) {
                    cost += 1L + counts.getOrDefault(cell, 0);
                }
            }
            return best == null || cost < best.cost() ? new Move(touched, cost) : best;
        }

        /** What differs when two people exchange a value. */
        private long[] change(int dimension, int[] one, int[] other) {
            return differing(
                    both(cells(one, dimension), cells(other, dimension)),
                    both(
                            cells(with(one, dimension, other[dimension]), dimension),
                            cells(with(other, dimension, one[dimension]), dimension)));
        }

        /** What differs when somebody has another value. */
        private long[] change(int dimension, int[] one, int value) {
            return differing(cells(one, dimension), cells(with(one, dimension, value), dimension));
        }

        private static long[] both(long[] some, long[] others) {
            var both = Arrays.copyOf(some, some.length + others.length);
            System.arraycopy(others, 0, both, some.length, others.length);
            Arrays.sort(both);
            return both;
        }

        /** The cells that are not as often in the one as in the other; both are sorted, and so are they. */
        private static long[] differing(long[] before, long[] after) {
            var differing = new long[before.length + after.length];
            var found = 0;
            var left = 0;
            var right = 0;
            while (left < before.length || right < after.length) {
                var cell = left == before.length
                        ? after[right]
                        : right == after.length ? before[left] : Math.min(before[left], after[right]);
                var more = 0;
                for (; left < before.length && before[left] == cell; left++) {
                    more--;
                }
                for (; right < after.length && after[right] == cell; right++) {
                    more++;
                }
                if (more != 0) {
                    differing[found++] = cell;
                }
            }
            return Arrays.copyOf(differing, found);
        }

        private int[] with(int[] person, int dimension, int value) {
            var other = person.clone();
            other[dimension] = value;
            return other;
        }

        private List<Integer> dimensions(long key) {
            var found = new ArrayList<Integer>();
            for (var rest = key; rest != 0; rest >>>= BITS) {
                found.add((int) ((rest & 0xffff) >> 10) - 1);
            }
            found.sort(Comparator.comparingInt(this::crossings));
            return found;
        }

        private int crossings(int dimension) {
            return (int)
                    tables.stream().filter(table -> crosses(table, dimension)).count();
        }

        /** Every cell somebody is counted in, sorted; with a dimension, only of the tables that have it. */
        private long[] cells(int[] person, int dimension) {
            return known.computeIfAbsent(new Likeness(person, dimension), any -> {
                var cells = new HashSet<Long>();
                for (var table : tables) {
                    if (dimension == ALL || crosses(table, dimension)) {
                        cells(person, table, 0, new int[table.length], cells);
                    }
                }
                return cells.stream().mapToLong(Long::longValue).sorted().toArray();
            });
        }

        private void cells(int[] person, int[] table, int at, int[] nodes, Set<Long> cells) {
            if (at == table.length) {
                cells.add(key(table, nodes));
                return;
            }
            var dimension = dimension(table[at]);
            for (var node : dimensions.get(dimension).path(person[dimension], table[at] < 0)) {
                nodes[at] = node;
                cells(person, table, at + 1, nodes, cells);
            }
        }
    }
}
