package org.relais.demand;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One table of counts. A row or a column of a group is the sum of its details, the last row and the last column are
 * totals.
 *
 * @param number its number in the indicator
 * @param treatment of whom: {@code TOTAL}, or a treatment status
 * @param sex of whom: {@code TOTAL}, or a sex
 */
public record CountTable(
        int number,
        String treatment,
        String sex,
        DemandDimension rows,
        DemandDimension across,
        List<Column> columns,
        List<Line> lines) {

    /** The code of totals, and of everybody. */
    public static final String TOTAL = "TOTAL";

    public CountTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What a row or a column is. */
    public enum Level {
        DETAIL,
        GROUP,
        TOTAL
    }

    /** One column; a detail names its group, where it has one. */
    public record Column(String code, Level level, @Nullable String group) {}

    /** One row; a detail names its group, where it has one. */
    public record Line(String code, Level level, @Nullable String group, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One count or figure.
     *
     * @param text as it stands; empty where there is nothing to say
     * @param hidden whether it must not be shown, because it is small or would give away one that is
     */
    public record Cell(String text, boolean hidden) {

        static Cell count(int count, boolean hidden) {
            return new Cell(String.valueOf(count), hidden);
        }

        /** What a reader sees. */
        public String shown() {
            return hidden ? "*" : text;
        }
    }
}
