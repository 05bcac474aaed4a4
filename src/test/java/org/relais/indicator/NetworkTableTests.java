package org.relais.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.relais.shared.CentreId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is published is attacked with everything it says: all sums over centres, months, quarters and the year, above and
 * below the line together. Between which values each hidden small count then lies is worked out by linear programming,
 * which shares nothing with the rule that hid it.
 */
class NetworkTableTests {

    private static final int SMALLEST = 5;

    private final Random random = new Random(20_261_123);

    @Test
    void a_small_count_is_hidden_with_what_would_give_it_away_and_the_rest_is_shown() {
        var centres = centres(3);
        var months = months(centres, (row, month) -> row == 0 && month == 1 ? share(2, 20) : share(8, 20));
        var table = table(Measure.RATIO, centres, months, 4);

        assertThat(table.cell(centres.getFirst(), CalendarSpan.FEBRUARY)).isInstanceOf(NetworkCell.Hidden.class);
        assertThat(hidden(table, centres, CalendarSpan.FEBRUARY)).isEqualTo(2);
        assertThat(CalendarSpan.QUARTER_1.parts().stream()
                        .filter(month -> table.cell(centres.getFirst(), month) instanceof NetworkCell.Hidden))
                .as("a second month of the same centre")
                .hasSize(2);
        for (var span : Stream.concat(Stream.of(CalendarSpan.YEAR), CalendarSpan.quarters().stream())
                .toList()) {
            assertThat(hidden(table, centres, span)).as("%s", span).isZero();
        }
        assertThat(table.cell(null, CalendarSpan.FEBRUARY)).isEqualTo(shown("30.0", 18, 60));
        assertThat(table.cell(centres.getFirst(), CalendarSpan.YEAR)).isEqualTo(shown("37.5", 90, 240));
    }

    @Test
    void a_small_rest_below_the_line_is_as_small_and_a_zero_is_shown() {
        var centres = centres(2);
        var table = table(Measure.RATIO, centres, months(centres, (row, _) -> share(row == 0 ? 18 : 0, 20)), 4);

        assertThat(table.cell(centres.getFirst(), CalendarSpan.JANUARY)).isInstanceOf(NetworkCell.Hidden.class);
        assertThat(table.cell(centres.getFirst(), CalendarSpan.QUARTER_1)).isEqualTo(shown("90.0", 54, 60));
        assertThat(table.cell(centres.getLast(), CalendarSpan.QUARTER_1)).isEqualTo(shown("0.0", 0, 60));
    }

    @Test
    void the_ninth_decile_of_few_is_not_shown() {
        var centres = centres(1);
        var few = table(Measure.DURATION, centres, months(centres, (_, month) -> days(month == 0 ? 20 : 0)), 4);
        var many = table(Measure.DURATION, centres, months(centres, (_, month) -> days(month == 0 ? 60 : 0)), 4);

        assertThat(few.cell(null, CalendarSpan.YEAR)).isInstanceOfSatisfying(NetworkCell.Shown.class, shown -> {
            assertThat(shown.mean()).isNotNull();
            assertThat(shown.ninthDecile()).isNull();
        });
        assertThat(many.cell(null, CalendarSpan.YEAR))
                .isInstanceOfSatisfying(
                        NetworkCell.Shown.class,
                        shown -> assertThat(shown.ninthDecile()).isEqualTo(53));
    }

    @Test
    void a_balance_is_not_shown_at_all() {
        var centres = centres(2);
        var table =
                table(Measure.RATIO, centres, months(centres, (row, _) -> row == 0 ? share(-6, 20) : share(9, 20)), 4);

        assertThat(hidden(table, centres, CalendarSpan.YEAR)).isEqualTo(3);
    }

    @Test
    void a_quarter_that_is_not_over_says_nothing_and_what_was_shown_once_stays() {
        for (var round = 0; round < 60; round++) {
            var centres = centres(1 + random.nextInt(4));
            var measure = random.nextInt(4) == 0 ? Measure.DURATION : Measure.RATIO;
            var months = generated(measure, centres, 1 + random.nextInt(14));
            var before = table(measure, centres, months, 0);
            for (var quarters = 1; quarters <= 4; quarters++) {
                var now = table(measure, centres, months, quarters);
                for (var span : CalendarSpan.values()) {
                    for (var centre : rows(centres)) {
                        var was = before.cell(centre, span);
                        if (!(was instanceof NetworkCell.Open)) {
                            assertThat(now.cell(centre, span)).isEqualTo(was);
                        }
                        assertThat(now.cell(centre, span) instanceof NetworkCell.Open)
                                .isEqualTo(span.quarter().number() > quarters);
                    }
                }
                before = now;
            }
        }
    }

    @Test
    void no_hidden_count_comes_back_by_any_adding_and_subtracting() {
        var attacked = 0;
        for (var round = 0; round < 400; round++) {
            var centres = centres(1 + random.nextInt(5));
            var measure = round % 5 == 4 ? Measure.DURATION : Measure.RATIO;
            var months = generated(measure, centres, 1 + random.nextInt(16));
            var quarters = 1 + random.nextInt(4);
            var table = table(measure, centres, months, quarters);
            var attack = new Attack(measure, centres, months, quarters);
            attacked += attack.secrets();
            assertThat(attack.finds((row, span) -> table.cell(row == centres.size() ? null : centres.get(row), span)
                            instanceof NetworkCell.Shown))
                    .as("round %d", round)
                    .isEmpty();
            assertThat(attack.smallRests(
                            (row, span) -> table.cell(row == centres.size() ? null : centres.get(row), span)
                                    instanceof NetworkCell.Shown))
                    .as("round %d", round)
                    .isEmpty();
        }
        assertThat(attacked).as("small counts that were to be found").isGreaterThan(10_000);
    }

    @Test
    void the_attack_finds_what_hiding_the_small_counts_alone_gives_away() {
        var found = 0;
        var rests = 0;
        for (var round = 0; round < 60; round++) {
            var centres = centres(1 + random.nextInt(4));
            var months = generated(Measure.RATIO, centres, 6 + random.nextInt(10));
            var attack = new Attack(Measure.RATIO, centres, months, 4);
            found += attack.finds((row, span) -> !attack.isSecret(row, span)).size();
            rests += attack.smallRests((row, span) -> !attack.isSecret(row, span))
                    .size();
        }
        assertThat(found).isGreaterThan(100);
        assertThat(rests).isGreaterThan(100);
    }

    @Test
    void most_of_a_large_network_is_shown() {
        var centres = centres(12);
        var months = generated(Measure.RATIO, centres, 60);
        var table = table(Measure.RATIO, centres, months, 4);
        var attack = new Attack(Measure.RATIO, centres, months, 4);
        var shown = 0;
        var safe = 0;
        for (var span : CalendarSpan.values()) {
            for (var row = 0; row <= centres.size(); row++) {
                safe += attack.isSecret(row, span) ? 0 : 1;
                shown += table.cell(row == centres.size() ? null : centres.get(row), span) instanceof NetworkCell.Shown
                        ? 1
                        : 0;
            }
        }
        assertThat(shown).as("of %d that are not small", safe).isGreaterThan(safe * 8 / 10);
    }

    /** Somebody who has all that is published, and asks of each hidden small count what it can be. */
    private static final class Attack {

        private final List<ToLongFunction<Figure>> parts;
        private final List<ToLongFunction<Figure>> secrets;
        private final int rows;
        private final int counts;
        private final int quarters;
        private final long[][][] sums;
        private final boolean[][][] secret;

        Attack(Measure measure, List<CentreId> centres, List<Map<CentreId, Figure>> months, int quarters) {
            this.quarters = quarters;
            rows = centres.size();
            counts = measure == Measure.DURATION ? 1 : 2;
            ToLongFunction<Figure> days = figure -> figure.amounts().entrySet().stream()
                    .mapToLong(one -> one.getKey() * one.getValue())
                    .sum();
            parts = measure == Measure.DURATION
                    ? List.of(Figure::measured, days)
                    : List.of(Figure::numerator, figure -> figure.denominator() - figure.numerator());
            secrets = measure == Measure.DURATION ? List.of(Figure::measured, Figure::measured) : parts;
            sums = new long[parts.size()][rows + 1][CalendarSpan.values().length];
            secret = new boolean[parts.size()][rows + 1][CalendarSpan.values().length];
            for (var part = 0; part < parts.size(); part++) {
                for (var row = 0; row <= rows; row++) {
                    for (var span : CalendarSpan.values()) {
                        long counted = 0;
                        for (var month = span.firstMonth(); month <= span.lastMonth(); month++) {
                            for (var centre : row == rows ? centres : List.of(centres.get(row))) {
                                var figure = months.get(month - 1).getOrDefault(centre, Figure.NONE);
                                sums[part][row][span.place()] += parts.get(part).applyAsLong(figure);
                                counted += secrets.get(part).applyAsLong(figure);
                            }
                        }
                        secret[part][row][span.place()] = counted > 0 && counted < SMALLEST;
                    }
                }
            }
        }

        boolean isSecret(int row, CalendarSpan span) {
            return Arrays.stream(secret).anyMatch(part -> part[row][span.place()]);
        }

        int secrets() {
            return (int) Arrays.stream(secret)
                    .flatMap(Arrays::stream)
                    .mapToLong(row -> Arrays.stream(CalendarSpan.values())
                            .filter(span -> span.quarter().number() <= quarters && row[span.place()])
                            .count())
                    .sum();
        }

        /** The small counts that can be only one number. What lies in quarters that are not over is nobody's to know. */
        List<String> finds(BiPredicate<Integer, CalendarSpan> published) {
            var unknowns = parts.size() * rows * 12;
            var equations = new ArrayList<double[]>();
            each((row, span) -> {
                if (published.test(row, span)) {
                    // As it is printed: above the line, and all below it
                    var above = vector(0, row, span, unknowns);
                    var below = vector(1, row, span, unknowns);
                    for (var at = 0; at <= unknowns; at++) {
                        below[at] += above[at];
                    }
                    equations.add(above);
                    equations.add(below);
                }
            });
            var bounds = new LinearBounds(unknowns, equations);
            var found = new ArrayList<String>();
            each((row, span) -> {
                for (var part = 0; part < parts.size(); part++) {
                    if (secret[part][row][span.place()]
                            && sums[part][row][span.place()] > 0
                            && bounds.isFixed(vector(part, row, span, unknowns))) {
                        found.add("part " + part + " of row " + row + " in " + span);
                    }
                }
            });
            return found;
        }

        /** The published totals less their published parts that are small counts. */
        List<String> smallRests(BiPredicate<Integer, CalendarSpan> published) {
            var found = new ArrayList<String>();
            each((row, span) -> {
                if (published.test(row, span)) {
                    for (var part = 0; part < parts.size(); part++) {
                        if (part < counts) {
                            var whole = sums[part];
                            var inTime = span.parts().stream()
                                    .filter(one -> published.test(row, one))
                                    .mapToLong(one -> whole[row][one.place()])
                                    .sum();
                            long inPlaces = 0;
                            for (var centre = 0; centre < rows && row == rows; centre++) {
                                inPlaces += published.test(centre, span) ? whole[centre][span.place()] : 0;
                            }
                            var total = whole[row][span.place()];
                            if ((!span.isMonth() && small(total - inTime))
                                    || (row == rows && small(total - inPlaces))) {
                                found.add("rest of part " + part + " of row " + row + " in " + span);
                            }
                        }
                    }
                }
            });
            return found;
        }

        private static boolean small(long count) {
            return count > 0 && count < SMALLEST;
        }

        private void each(java.util.function.BiConsumer<Integer, CalendarSpan> act) {
            for (var span : CalendarSpan.values()) {
                if (span.quarter().number() <= quarters) {
                    for (var row = 0; row <= rows; row++) {
                        act.accept(row, span);
                    }
                }
            }
        }

        private double[] vector(int part, int row, CalendarSpan span, int unknowns) {
            var vector = new double[unknowns + 1];
            for (var centre = 0; centre < rows; centre++) {
                for (var month = span.firstMonth(); month <= span.lastMonth(); month++) {
                    if (row == rows || row == centre) {
                        vector[(part * rows + centre) * 12 + month - 1] = 1;
                    }
                }
            }
            vector[unknowns] = sums[part][row][span.place()];
            return vector;
        }
    }

    private static NetworkTable table(
            Measure measure, List<CentreId> centres, List<Map<CentreId, Figure>> months, int quarters) {
        return NetworkTable.of(measure, centres, months, quarters, SMALLEST);
    }

    private static List<CentreId> centres(int count) {
        return Stream.generate(CentreId::create)
                .limit(count)
                .sorted(Comparator.comparing(CentreId::toString))
                .toList();
    }

    private static List<@Nullable CentreId> rows(List<CentreId> centres) {
        var rows = new ArrayList<@Nullable CentreId>(centres);
        rows.add(null);
        return rows;
    }

    private static long hidden(NetworkTable table, List<CentreId> centres, CalendarSpan span) {
        return rows(centres).stream()
                .filter(centre -> table.cell(centre, span) instanceof NetworkCell.Hidden)
                .count();
    }

    private static NetworkCell shown(String percent, long numerator, long denominator) {
        return new NetworkCell.Shown(new java.math.BigDecimal(percent), numerator, denominator, null, null);
    }

    /** Centres of different size, with quiet months, and counts small and large. */
    private List<Map<CentreId, Figure>> generated(Measure measure, List<CentreId> centres, int most) {
        var size = centres.stream().map(_ -> 1 + random.nextInt(most)).toList();
        var share = random.nextDouble();
        return months(centres, (row, _) -> {
            var count = random.nextInt(5) == 0 ? 0 : random.nextInt(size.get(row) + 1);
            if (measure == Measure.DURATION) {
                var amounts = new TreeMap<Integer, Long>();
                for (var one = 0; one < count; one++) {
                    amounts.merge(random.nextInt(9), 1L, Long::sum);
                }
                return new Figure(count, 0, 0, amounts);
            }
            var above = 0;
            for (var one = 0; one < count; one++) {
                above += random.nextDouble() < share ? 1 : 0;
            }
            return share(above, count);
        });
    }

    private static Figure share(long numerator, long denominator) {
        return new Figure(denominator, numerator, denominator, Figure.NONE.amounts());
    }

    private static Figure days(int count) {
        var amounts = new TreeMap<Integer, Long>();
        for (var one = 0; one < count; one++) {
            amounts.put(one, 1L);
        }
        return new Figure(count, 0, 0, amounts);
    }

    private static List<Map<CentreId, Figure>> months(
            List<CentreId> centres, java.util.function.BiFunction<Integer, Integer, Figure> figure) {
        var months = new ArrayList<Map<CentreId, Figure>>();
        for (var month = 0; month < 12; month++) {
            var byCentre = new HashMap<CentreId, Figure>();
            for (var row = 0; row < centres.size(); row++) {
                byCentre.put(centres.get(row), figure.apply(row, month));
            }
            months.add(byCentre);
        }
        return months;
    }
}
