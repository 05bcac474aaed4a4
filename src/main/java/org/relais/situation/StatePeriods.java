package org.relais.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The periods of the states of one kind. A state lasts until its own last day or the day before the next one begins,
 * whichever comes first: periods never overlap. Of two that begin on one day, as two centres may tell them, the one
 * told last holds. Pure.
 */
public final class StatePeriods {

    private static final Comparator<StateRow> BY_BEGINNING = Comparator.comparing(StateRow::from)
            .thenComparing(StateRow::recordedAt)
            .thenComparing(row -> row.id().value());

    private StatePeriods() {}

    /** The periods, the latest first. */
    public static List<StatePeriod> of(Collection<StateRow> rows) {
        var holding = rows.stream().filter(StateRow::holds).sorted(BY_BEGINNING).toList();
        var periods = new ArrayList<StatePeriod>();
        for (var at = 0; at < holding.size(); at++) {
            var row = holding.get(at);
            var next = at + 1 < holding.size() ? holding.get(at + 1).from() : null;
            if (!row.from().equals(next)) {
                periods.addFirst(new StatePeriod(row, row.from(), last(row.to(), next)));
            }
        }
        return List.copyOf(periods);
    }

    /** The period of a day. */
    public static Optional<StatePeriod> on(Collection<StatePeriod> periods, LocalDate day) {
        return periods.stream().filter(period -> period.contains(day)).findFirst();
    }

    private static @Nullable LocalDate last(@Nullable LocalDate told, @Nullable LocalDate next) {
        if (next == null) {
            return told;
        }
        var before = next.minusDays(1);
        return told != null && told.isBefore(before) ? told : before;
    }
}
