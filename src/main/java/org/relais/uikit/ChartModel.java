package org.relais.uikit;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a chart, its table and its file say: one set of numbers, so that the three can never differ. Immutable. Names and
 * titles are in the reader's language; numbers are exact, and whoever makes them has rounded them.
 *
 * @param title names the chart, its table and its files
 * @param axis what the categories are, such as "Month": the head of the table's first column
 * @param absent what stands where there is no number, such as "n/a"
 * @param target a value to reach, dotted, or null
 * @param previousName what the marks of the earlier period are called; null when no point carries one
 */
public record ChartModel(
        String title,
        Kind kind,
        Unit unit,
        String axis,
        String absent,
        List<Category> categories,
        List<Series> series,
        @Nullable Target target,
        @Nullable String previousName) {

    /** More series than this cannot be told apart without colour. */
    public static final int MOST_SERIES = 4;

    /** @throws IllegalArgumentException when the numbers cannot be drawn as that kind */
    public ChartModel {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        check(!title.isBlank() && !axis.isBlank() && !absent.isBlank(), "A chart, its axis and its gaps have words");
        check(!series.isEmpty() && series.size() <= MOST_SERIES, "A chart has one to four series");
        check(kind != Kind.BARS || series.size() == 1, "Plain bars show one series");
        for (var one : series) {
            check(one.points().size() == categories.size(), "Every series has one point for each category");
            for (var point : one.points()) {
                var previous = point.previous();
                check(
                        previous == null || kind.marksPrevious,
                        "Only bars and columns carry a mark of an earlier period");
                check(previous == null || previousName != null, "The marks of an earlier period need a name");
                check(kind == Kind.LINE || !(below(point.value()) || below(previous)), "Bars begin at zero");
            }
        }
    }

    /** How the numbers are drawn. */
    public enum Kind {
        /** Series over time, oldest first; the axis need not begin at zero. */
        LINE(false),
        /** One series as bars that lie, one under the other. */
        BARS(true),
        /** The parts of a whole, in their order, as bars that lie; the whole stands at the end. */
        STACKED_BARS(false),
        /** Series side by side as columns. */
        COLUMNS(true);

        private final boolean marksPrevious;

        Kind(boolean marksPrevious) {
            this.marksPrevious = marksPrevious;
        }
    }

    /** What the numbers count. */
    public enum Unit {
        /** 78.4 is 78.4 %. */
        PERCENT,
        /** Whole or broken days. */
        DAYS,
        /** How many. */
        COUNT
    }

    /**
     * A month, a unit, a centre.
     *
     * @param name as short as it stands on the axis
     * @param detail stands beside the name, quieter; may be empty
     * @param full as it stands in the table and in the file
     * @param address opens what the whole category is made of, as a path within the portal; or null
     */
    public record Category(
            String name,
            String detail,
            String full,
            @Nullable String address) {

        public Category {
            check(!name.isBlank() && !full.isBlank(), "A category has a name");
            checkWithin(address);
        }

        public static Category of(String name) {
            return new Category(name, "", name, null);
        }

        /** A category that is shorter on the axis than in the table: a month. */
        public static Category of(String name, String full) {
            return new Category(name, "", full, null);
        }
    }

    /** Numbers of one name, one for each category. */
    public record Series(String name, List<Point> points) {

        public Series {
            points = List.copyOf(points);
            check(!name.isBlank(), "A series has a name");
        }
    }

    /**
     * One number.
     *
     * @param value null is a gap, never a zero
     * @param words stand for the number where it is read, such as "10 / 12"; null for the number itself
     * @param previous the same number of the period before, or null
     * @param address opens the list the number counts, as a path within the portal; or null
     */
    public record Point(
            @Nullable BigDecimal value,
            @Nullable String words,
            @Nullable BigDecimal previous,
            @Nullable String address) {

        public Point {
            checkWithin(address);
        }

        public static Point of(@Nullable BigDecimal value) {
            return new Point(value, null, null, null);
        }

        public static Point of(@Nullable BigDecimal value, @Nullable String address) {
            return new Point(value, null, null, address);
        }

        public static Point gap() {
            return new Point(null, null, null, null);
        }
    }

    /** A value to reach. */
    public record Target(String name, BigDecimal value) {

        public Target {
            check(!name.isBlank(), "A target has a name");
        }
    }

    /** Nothing to draw: no category, or gaps only. */
    public boolean isEmpty() {
        return values().findAny().isEmpty();
    }

    /** Some point carries a mark of the period before. */
    boolean hasPrevious() {
        return previousName != null
                && series.stream().flatMap(one -> one.points().stream()).anyMatch(point -> point.previous() != null);
    }

    /** The whole of a category: the sum of its parts, or null when all are gaps. */
    @Nullable
    BigDecimal total(int category) {
        return series.stream()
                .map(one -> one.points().get(category).value())
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private Stream<BigDecimal> values() {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::value)
                .filter(Objects::nonNull);
    }

    private static boolean below(@Nullable BigDecimal value) {
        return value != null && value.signum() < 0;
    }

    // A click leads to what the browser makes of it: never to a script and never to another server
    private static void checkWithin(@Nullable String address) {
        if (address != null) {
            var uri = URI.create(address);
            check(
                    !uri.isAbsolute() && uri.getRawAuthority() == null && !address.startsWith("/"),
                    "An address is a path within the portal");
        }
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
