package org.relais.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which cells of a calendar year are shown: the months, quarters and year of every centre and of all of them
 * together. A cell is shown or hidden as a whole, with everything it says.
 *
 * <p>The rule begins with nothing and shows one cell after the other, quarters before their months and the year last,
 * each only if afterwards
 *
 * <ul>
 *   <li>no count from 1 to below the smallest that is shown stands anywhere,
 *   <li>none of those that are hidden could be worked out, by whatever adding and subtracting of what is shown, not even
 *       by somebody who knows where nothing was counted at all,
 *   <li>and of no total that is shown so little is hidden that the rest of it is such a count.
 * </ul>
 *
 * <p>A quarter is decided on what it counts itself, when it is over. What was shown of it once is therefore shown for
 * good: no later file can be taken from an earlier one.
 *
 * <p>Why nothing can be worked out: take centres, quarters and months as places and every cell as a way between two of
 * them, a centre's quarter for example from the centre to the quarter. What goes into a place comes out of it again; that
 * is all that adding up says. Then a hidden count can be another one exactly when there is a way round through hidden
 * cells that are not zero, along which one can be moved. It cannot when it is the only way between two parts, a bridge:
 * so no small count may be a bridge.
 */
final class YearProtection {

    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final CalendarSpan[] SPANS = CalendarSpan.values();

    /** By the place of a span, the places of its parts. */
    private static final int[][] PARTS = Arrays.stream(SPANS)
            .map(span -> span.parts().stream().mapToInt(CalendarSpan::place).toArray())
            .toArray(int[][]::new);

    private final int smallestShown;

    /** @param smallestShown the smallest count above zero that is shown, at least 1 */
    YearProtection(int smallestShown) {
        if (smallestShown < 1) {
            throw new IllegalArgumentException("The smallest count shown is at least 1");
        }
        this.smallestShown = smallestShown;
    }

    /** What adds up over centres and months. */
    static final class Part {

        private final long[][] amounts;
        private final List<long[][]> secret;

        /**
         * @param amounts by centre and month, none below 0
         * @param secret by centre and month, the counts whose small sums must not be worked out from the amounts; the
         *     amounts themselves where they are counts
         */
        Part(long[][] amounts, List<long[][]> secret) {
            if (Arrays.stream(amounts).flatMapToLong(Arrays::stream).anyMatch(amount -> amount < 0)) {
                throw new IllegalArgumentException("Nothing is counted below 0");
            }
            this.amounts = amounts;
            this.secret = List.copyOf(secret);
        }

        static Part ofCounts(long[][] counts) {
            return new Part(counts, List.<long[][]>of(counts));
        }
    }

    /**
     * Which cells are shown.
     *
     * @param parts what a cell says, with equally many centres
     * @param quarters how many quarters of the year are over, 0 to 4; nothing of the others is shown
     * @return by centre and {@link CalendarSpan}; all centres together are the row after the last
     */
    boolean[][] shown(List<Part> parts, int quarters) {
        var work = new Work(parts);
        for (var quarter : CalendarSpan.quarters().subList(0, quarters)) {
            var months = quarter.parts();
            var all = new ArrayList<>(months);
            all.add(quarter);
            work.decide(new Stage(work.centres, all), List.of(List.of(quarter), months));
        }
        if (quarters == QUARTERS) {
            work.decide(new Stage(work.centres, List.of(SPANS)), List.of(List.of(CalendarSpan.YEAR)));
        }
        return work.shown;
    }

    private boolean small(long count) {
        return count > 0 && count < smallestShown;
    }

    /** The cells that are looked at together, as ways between places. Until the year is known it binds nothing. */
    private static final class Stage {

        private final List<CalendarSpan> spans;
        private final int places;
        private final int[] rows;
        private final int[] cells;
        private final int[] from;
        private final int[] to;
        private final int[] first;
        private final int[] next;

        Stage(int centres, List<CalendarSpan> spans) {
            this.spans = List.copyOf(spans);
            var years = spans.contains(CalendarSpan.YEAR);
            var quarterPlaces = 1 + centres + 1;
            var monthPlaces = quarterPlaces + (centres + 1) * QUARTERS;
            places = monthPlaces + MONTHS;
            var ways = (centres + 1) * spans.size();
            rows = new int[ways];
            cells = new int[ways];
            from = new int[ways];
            to = new int[ways];
            first = new int[places];
            next = new int[2 * ways];
            Arrays.fill(first, -1);
            var way = 0;
            for (var row = 0; row <= centres; row++) {
                for (var span : spans) {
                    var year = years ? 1 + row : 0;
                    var quarter =
                            quarterPlaces + row * QUARTERS + span.quarter().number() - 1;
                    rows[way] = row;
                    cells[way] = span.place();
                    from[way] = span == CalendarSpan.YEAR ? 0 : span.isQuarter() ? year : quarter;
                    to[way] = span == CalendarSpan.YEAR
                            ? year
                            : span.isQuarter() ? quarter : monthPlaces + span.lastMonth() - 1;
                    next[2 * way] = first[from[way]];
                    first[from[way]] = 2 * way;
                    next[2 * way + 1] = first[to[way]];
                    first[to[way]] = 2 * way + 1;
                    way++;
                }
            }
        }
    }

    private final class Work {

        private final int centres;
        private final List<Table> tables;
        private final boolean[][] shown;

        Work(List<Part> parts) {
            centres = parts.getFirst().amounts.length;
            tables = parts.stream().map(Table::new).toList();
            shown = new boolean[centres + 1][SPANS.length];
        }

        void decide(Stage stage, List<List<CalendarSpan>> turns) {
            for (var spans : turns) {
                for (var span : spans) {
                    show(stage, centres, span);
                }
                for (var row : largestFirst(spans)) {
                    for (var span : spans) {
                        show(stage, row, span);
                    }
                }
            }
        }

        private List<Integer> largestFirst(List<CalendarSpan> spans) {
            return IntStream.range(0, centres)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer row) -> -tables.stream()
                                    .mapToLong(table -> spans.stream()
                                            .mapToLong(span -> table.amounts[row][span.place()])
                                            .sum())
                                    .sum())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        private void show(Stage stage, int row, CalendarSpan span) {
            var cell = span.place();
            if (tables.stream().anyMatch(table -> table.secret[row][cell])) {
                return;
            }
            shown[row][cell] = true;
            // That nothing was counted is taken as known from the beginning: it gives nothing away
            if (tables.stream().anyMatch(table -> table.amounts[row][cell] != 0)
                    && !tables.stream().allMatch(table -> table.isSafe(stage))) {
                shown[row][cell] = false;
            }
        }

        /** One part with its sums. */
        private final class Table {

            private final long[][] amounts;
            private final boolean[][] secret;
            private final boolean counts;

            Table(Part part) {
                amounts = sums(part.amounts);
                secret = new boolean[centres + 1][SPANS.length];
                for (var secrets : part.secret) {
                    var sums = sums(secrets);
                    for (var row = 0; row <= centres; row++) {
                        for (var cell = 0; cell < SPANS.length; cell++) {
                            secret[row][cell] |= small(sums[row][cell]);
                        }
                    }
                }
                counts = part.secret.contains(part.amounts);
            }

            private long[][] sums(long[][] leaves) {
                var sums = new long[leaves.length + 1][SPANS.length];
                for (var row = 0; row < leaves.length; row++) {
                    for (var span : SPANS) {
                        for (var month = span.firstMonth(); month <= span.lastMonth(); month++) {
                            sums[row][span.place()] += leaves[row][month - 1];
                        }
                        sums[leaves.length][span.place()] += sums[row][span.place()];
                    }
                }
                return sums;
            }

            boolean isSafe(Stage stage) {
                return (!counts || leavesNoSmallRest(stage)) && new Search(stage).findsNoSecretBridge();
            }

            private boolean leavesNoSmallRest(Stage stage) {
                for (var span : stage.spans) {
                    var cell = span.place();
                    for (var row = 0; row <= centres; row++) {
                        if (shown[row][cell] && !span.isMonth()) {
                            var rest = amounts[row][cell];
                            for (var part : PARTS[cell]) {
                                rest -= shown[row][part] ? amounts[row][part] : 0;
                            }
                            if (small(rest)) {
                                return false;
                            }
                        }
                    }
                    if (shown[centres][cell]) {
                        var rest = amounts[centres][cell];
                        for (var row = 0; row < centres; row++) {
                            rest -= shown[row][cell] ? amounts[row][cell] : 0;
                        }
                        if (small(rest)) {
                            return false;
                        }
                    }
                }
                return true;
            }

            /** Looks for bridges, in one walk from place to place. */
            private final class Search {

                private final Stage stage;
                private final int[] reached;
                private final int[] lowest;
                private int steps;

                Search(Stage stage) {
                    this.stage = stage;
                    reached = new int[stage.places];
                    lowest = new int[stage.places];
                }

                boolean findsNoSecretBridge() {
                    for (var place = 0; place < stage.places; place++) {
                        if (reached[place] == 0 && !walk(place, -1)) {
                            return false;
                        }
                    }
                    return true;
                }

                private boolean walk(int place, int by) {
                    steps++;
                    reached[place] = steps;
                    lowest[place] = steps;
                    for (var end = stage.first[place]; end >= 0; end = stage.next[end]) {
                        var way = end / 2;
                        var row = stage.rows[way];
                        var cell = stage.cells[way];
                        if (way == by || shown[row][cell] || amounts[row][cell] == 0) {
                            continue;
                        }
                        var there = end % 2 == 0 ? stage.to[way] : stage.from[way];
                        if (reached[there] > 0) {
                            lowest[place] = Math.min(lowest[place], reached[there]);
                            continue;
                        }
                        if (!walk(there, way)) {
                            return false;
                        }
                        lowest[place] = Math.min(lowest[place], lowest[there]);
                        if (lowest[there] > reached[place] && secret[row][cell]) {
                            return false;
                        }
                    }
                    return true;
                }
            }
        }
    }
}
