package org.relais.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * A period cut into whole months and what is left at its edges.
 *
 * @param whole at most one stretch of whole months
 * @param edges at most two stretches of days, before and after
 */
record Segments(List<Period> whole, List<Period> edges) {

    static Segments of(Period period) {
        var first = period.from().getDayOfMonth() == 1
                ? period.from()
                : period.from().withDayOfMonth(1).plusMonths(1);
        var afterLast = period.to().plusDays(1).withDayOfMonth(1);
        if (!first.isBefore(afterLast)) {
            return new Segments(List.of(), List.of(period));
        }
        var edges = new ArrayList<Period>();
        if (period.from().isBefore(first)) {
            edges.add(new Period(period.from(), first.minusDays(1)));
        }
        if (!period.to().isBefore(afterLast)) {
            edges.add(new Period(afterLast, period.to()));
        }
        return new Segments(List.of(new Period(first, afterLast.minusDays(1))), edges);
    }
}
