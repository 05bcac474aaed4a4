package org.relais.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A calendar year, its quarters and its months: none overlaps another without holding it whole. */
public enum CalendarSpan {
    YEAR(1, 12),
    QUARTER_1(1, 3),
    QUARTER_2(4, 6),
    QUARTER_3(7, 9),
    QUARTER_4(10, 12),
    JANUARY(1, 1),
    FEBRUARY(2, 2),
    MARCH(3, 3),
    APRIL(4, 4),
    MAY(5, 5),
    JUNE(6, 6),
    JULY(7, 7),
    AUGUST(8, 8),
    SEPTEMBER(9, 9),
    OCTOBER(10, 10),
    NOVEMBER(11, 11),
    DECEMBER(12, 12);

    private static final int MONTHS_OF_QUARTER = 3;
    private static final List<CalendarSpan> QUARTERS = List.of(QUARTER_1, QUARTER_2, QUARTER_3, QUARTER_4);

    private final int first;
    private final int last;

    CalendarSpan(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** The four quarters, in their order. */
    public static List<CalendarSpan> quarters() {
        return QUARTERS;
    }

    /** The twelve months, in their order. */
    public static List<CalendarSpan> months() {
        return Arrays.stream(values()).filter(CalendarSpan::isMonth).toList();
    }

    public boolean isMonth() {
        return first == last;
    }

    public boolean isQuarter() {
        return last - first + 1 == MONTHS_OF_QUARTER;
    }

    /** The quarters of the year, the months of a quarter; a month has no parts. */
    public List<CalendarSpan> parts() {
        return this == YEAR
                ? QUARTERS
                : Arrays.stream(values())
                        .filter(span -> isQuarter() && span.isMonth() && span.within(this))
                        .toList();
    }

    /** The quarter a month or quarter lies in; of the year the last one, with which it ends. */
    public CalendarSpan quarter() {
        return quarters().get((last - 1) / MONTHS_OF_QUARTER);
    }

    /** Its number among its likes, from 1. */
    public int number() {
        return isQuarter() ? last / MONTHS_OF_QUARTER : first;
    }

    /** Its days in a year. */
    public Period in(int year) {
        return new Period(
                LocalDate.of(year, first, 1),
                LocalDate.of(year, last, 1).plusMonths(1).minusDays(1));
    }

    /** Its place in a row of all spans, from 0: the year, the quarters, the months. */
    int place() {
        return this == YEAR ? 0 : isQuarter() ? number() : quarters().size() + number();
    }

    int firstMonth() {
        return first;
    }

    int lastMonth() {
        return last;
    }

    private boolean within(CalendarSpan other) {
        return first >= other.first && last <= other.last;
    }
}
