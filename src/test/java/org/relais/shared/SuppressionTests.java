package org.relais.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.relais.shared.Suppression.Dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The attack is made in full: every set of people that agrees with what is published is tried, and no small count may be
 * the same in all of them.
 */
class SuppressionTests {

    private static final int SMALLEST = 5;
    private static final int ALL = Suppression.ALL;

    private final Suppression suppression = new Suppression(SMALLEST);

    @Test
    void aSmallCountTakesAnotherOfItsRowAndOfItsColumnWithIt() {
        var hidden = suppression.protect(new int[][] {{2, 20, 30}, {15, 25, 35}, {10, 40, 50}});

        assertThat(hidden.hidden(0, 0)).isTrue();
        assertThat(IntStream.rangeClosed(1, 3).filter(column -> hidden.hidden(0, column)))
                .isNotEmpty();
        assertThat(IntStream.rangeClosed(1, 3).filter(row -> hidden.hidden(row, 0)))
                .isNotEmpty();
        assertThat(hidden.hidden(3, 3)).as("everybody together").isFalse();
    }

    @Test
    void nothingSmallHidesNothingAndAZeroIsShown() {
        var hidden = suppression.protect(new int[][] {{5, 0}, {7, 9}});

        assertThat(hidden(hidden, 2, 2)).containsOnly(false);
    }

    @Test
    void fewerPeopleThanTheSmallestCountHideEverything() {
        assertThat(hidden(suppression.protect(new int[][] {{1, 0}, {0, 3}}), 2, 2))
                .containsOnly(true);
        assertThat(hidden(suppression.protect(new int[][] {{0, 0}, {0, 0}}), 2, 2))
                .containsOnly(false);
        assertThatThrownBy(() -> new Suppression(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTableOfRowsAndColumnsGivesASmallCountBack() {
        var random = new Random(20_261_123);
        for (var round = 0; round < 60; round++) {
            var rows = 1 + random.nextInt(3);
            var columns = 1 + random.nextInt(3);
            var dimensions = List.of(Dimension.of(rows), Dimension.of(columns));
            attack(random, dimensions, List.of(List.of(0, 1)), 5 + random.nextInt(4));
        }
    }

    @Test
    void noTablesThatShareTheirTotalsOrHaveGroupsGiveASmallCountBack() {
        var random = new Random(7);
        var grouped = new Dimension(List.of(0, 0, ALL));
        var layouts = List.of(
                List.of(List.of(0, 1), List.of(0, 2)),
                List.of(List.of(0, 1, 2)),
                List.of(List.of(0, 1), List.of(1, 2)));
        for (var round = 0; round < 30; round++) {
            var dimensions = List.of(grouped, Dimension.of(2), Dimension.of(2));
            attack(random, dimensions, layouts.get(round % layouts.size()), 5 + random.nextInt(2));
        }
    }

    @Test
    void noTablesOfWhichOneShowsOnlyTheGroupsGiveASmallCountBack() {
        var random = new Random(11);
        var grouped = new Dimension(List.of(0, 0, ALL));
        var layouts = List.of(
                List.of(List.of(Suppression.groupsOf(0), 1), List.of(0, 2)),
                List.of(List.of(Suppression.groupsOf(0), 1, 2)),
                List.of(List.of(0, 1), List.of(Suppression.groupsOf(0), 1, 2)));
        for (var round = 0; round < 9; round++) {
            var dimensions = List.of(grouped, Dimension.of(2), Dimension.of(2));
            attack(random, dimensions, layouts.get(round % layouts.size()), 5);
        }
    }

    @Test
    void noTableThatCrossesFourGivesASmallCountBack() {
        var random = new Random(13);
        var grouped = new Dimension(List.of(0, ALL));
        var two = Dimension.of(2);
        for (var round = 0; round < 4; round++) {
            attack(random, List.of(two, grouped, two, two), List.of(List.of(0, Suppression.groupsOf(1), 2, 3)), 5);
        }
    }

    @Test
    void whatLiesWithinAGroupIsInNoCellOfATableOfGroups() {
        var shown = suppression.protect(
                List.of(new Dimension(List.of(0, 0, ALL)), Dimension.of(2)),
                List.of(List.of(Suppression.groupsOf(0), 1)),
                Collections.nCopies(7, new int[] {0, 1}));

        assertThat(shown.count(0, 0, 1, 1)).isZero();
        assertThat(shown.count(0, 3, 1, 1)).isEqualTo(7);
    }

    @Test
    void theSameQuestionGetsTheSameAnswerInWhateverOrderPeopleAreNamed() {
        var people = new ArrayList<int[]>();
        var random = new Random(3);
        for (var n = 0; n < 40; n++) {
            people.add(new int[] {random.nextInt(4), random.nextInt(5)});
        }
        var dimensions = List.of(Dimension.of(4), Dimension.of(5));
        var tables = List.of(List.of(0, 1));
        var first = suppression.protect(dimensions, tables, people);
        Collections.shuffle(people, random);
        var second = suppression.protect(dimensions, tables, people);

        for (var row = ALL; row < 4; row++) {
            for (var column = ALL; column < 5; column++) {
                assertThat(second.hidden(0, row, 1, column)).isEqualTo(first.hidden(0, row, 1, column));
            }
        }
    }

    private static List<Boolean> hidden(Suppression.TwoWay table, int rows, int columns) {
        return IntStream.rangeClosed(0, rows)
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(0, columns).mapToObj(column -> table.hidden(row, column)))
                .toList();
    }

    private void attack(Random random, List<Dimension> dimensions, List<List<Integer>> tables, int size) {
        var kinds = kinds(dimensions);
        var people = new ArrayList<int[]>();
        var tilt = 1 + random.nextInt(3);
        for (var n = 0; n < size; n++) {
            people.add(kinds.get(Math.min(random.nextInt(kinds.size()), random.nextInt(tilt * kinds.size()))));
        }
        var shown = suppression.protect(dimensions, tables, people);
        var cells = cells(dimensions, tables);
        var truth = counts(people, cells, dimensions);
        var published = cells.stream().filter(cell -> !shown.hidden(flat(cell))).toList();
        cells.forEach(cell -> {
            assertThat(shown.count(flat(cell))).isEqualTo(truth.get(cell));
            if (small(truth, cell)) {
                assertThat(published).doesNotContain(cell);
            }
        });
        var possible = new HashMap<Map<Integer, Integer>, Set<Integer>>();
        everySet(kinds, size, 0, new ArrayList<>(), world -> {
            var counts = counts(world, cells, dimensions);
            if (published.stream().allMatch(cell -> Objects.equals(counts.get(cell), truth.get(cell)))) {
                cells.forEach(cell ->
                        possible.computeIfAbsent(cell, any -> new HashSet<>()).add(counts.get(cell)));
            }
        });
        cells.stream()
                .filter(cell -> small(truth, cell))
                .forEach(cell -> assertThat(possible.get(cell))
                        .as("%s of %s", cell, truth)
                        .hasSizeGreaterThan(1));
    }

    private static boolean small(Map<Map<Integer, Integer>, Integer> counts, Map<Integer, Integer> cell) {
        var count = Objects.requireNonNull(counts.get(cell));
        return count > 0 && count < SMALLEST;
    }

    private static List<int[]> kinds(List<Dimension> dimensions) {
        var kinds = List.of(new int[0]);
        for (var dimension : dimensions) {
            kinds = kinds.stream()
                    .flatMap(kind -> IntStream.range(0, dimension.groupOf().size())
                            .mapToObj(value -> {
                                var longer = Arrays.copyOf(kind, kind.length + 1);
                                longer[kind.length] = value;
                                return longer;
                            }))
                    .toList();
        }
        return kinds;
    }

    private static void everySet(
            List<int[]> kinds, int left, int from, List<int[]> chosen, Consumer<List<int[]>> each) {
        if (left == 0) {
            each.accept(chosen);
            return;
        }
        for (var kind = from; kind < kinds.size(); kind++) {
            chosen.add(kinds.get(kind));
            everySet(kinds, left - 1, kind, chosen, each);
            chosen.removeLast();
        }
    }

    /** Every cell of every table with its totals and groups, by dimension. */
    private static List<Map<Integer, Integer>> cells(List<Dimension> dimensions, List<List<Integer>> tables) {
        var cells = new HashSet<Map<Integer, Integer>>();
        for (var table : tables) {
            List<Map<Integer, Integer>> made = List.of(Map.of());
            for (var crossed : table) {
                var groupsOnly = crossed < 0;
                int dimension = groupsOnly ? Suppression.groupsOf(crossed) : crossed;
                var one = dimensions.get(dimension);
                var groups =
                        one.groupOf().stream().mapToInt(Integer::intValue).max().orElse(ALL) + 1;
                made = made.stream()
                        .flatMap(cell -> IntStream.range(ALL, one.groupOf().size() + groups)
                                .filter(node -> !groupsOnly
                                        || node == ALL
                                        || node >= one.groupOf().size()
                                        || one.groupOf().get(node) == ALL)
                                .mapToObj(node -> {
                                    Map<Integer, Integer> longer = new TreeMap<>(cell);
                                    longer.put(dimension, node);
                                    return longer;
                                }))
                        .toList();
            }
            cells.addAll(made);
        }
        return List.copyOf(cells);
    }

    private static Map<Map<Integer, Integer>, Integer> counts(
            List<int[]> people, List<Map<Integer, Integer>> cells, List<Dimension> dimensions) {
        var counts = new HashMap<Map<Integer, Integer>, Integer>();
        for (var cell : cells) {
            counts.put(cell, (int) people.stream()
                    .filter(person -> cell.entrySet().stream()
                            .allMatch(
                                    one -> within(dimensions.get(one.getKey()), person[one.getKey()], one.getValue())))
                    .count());
        }
        return counts;
    }

    private static boolean within(Dimension dimension, int value, int node) {
        return node == ALL
                || node == value
                || (node >= dimension.groupOf().size()
                        && dimension.groupOf().get(value)
                                == node - dimension.groupOf().size());
    }

    private static int[] flat(Map<Integer, Integer> cell) {
        return cell.entrySet().stream()
                .flatMapToInt(one -> IntStream.of(one.getKey(), one.getValue()))
                .toArray();
    }
}
