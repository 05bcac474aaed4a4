package org.relais.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A period cut so that few sums need to be read: whole months, and days at its edges. Where less of a month is missing
 * than is in the period, the month is taken whole and what is missing taken off again.
 *
 * @param whole at most one stretch of whole months
 * @param edges at most two stretches of days to add, before and after
 * @param beyond at most two stretches of days that are in {@code whole} and not in the period
 */
record Segments(List<Period> whole, List<Period> edges, List<Period> beyond) {

    static Segments of(Period period) {
        var begin = period.from().withDayOfMonth(1);
        var end = FactTable.last(period.to().withDayOfMonth(1));
        var before = days(begin, period.from());
        var after = days(period.to(), end);
        if (begin.equals(period.to().withDayOfMonth(1))) {
            return before + after < period.days()
                    ? new Segments(List.of(new Period(begin, end)), List.of(), beyond(period, begin, end))
                    : new Segments(List.of(), List.of(period), List.of());
        }
        var edges = new ArrayList<Period>();
        var first = begin;
        if (before >= days(period.from(), begin.plusMonths(1))) {
            first = begin.plusMonths(1);
            edges.add(new Period(period.from(), first.minusDays(1)));
        }
        var last = end;
        if (after >= period.to().getDayOfMonth()) {
            last = period.to().withDayOfMonth(1).minusDays(1);
            edges.add(new Period(last.plusDays(1), period.to()));
        }
        return first.isAfter(last)
                ? new Segments(List.of(), edges, List.of())
                : new Segments(List.of(new Period(first, last)), edges, beyond(period, first, last));
    }

    private static List<Period> beyond(Period period, LocalDate first, LocalDate last) {
        var beyond = new ArrayList<Period>();
        if (first.isBefore(period.from())) {
            beyond.add(new Period(first, period.from().minusDays(1)));
        }
        if (last.isAfter(period.to())) {
            beyond.add(new Period(period.to().plusDays(1), last));
        }
        return beyond;
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
