package org.relais.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.indicator.FigureSheet;
import org.relais.indicator.IndicatorRule;

/**
 * The figures of a period beside those of the period before, and month by month.
 *
 * @param centres whose figures these are, by name
 * @param today the service day on which they were asked for
 * @param asOf up to when everything that was entered is in them; null before they were summed up for the first time
 * @param definitions every indicator, in its order
 * @param available by code: whether any facts are contributed yet
 * @param months twelve months up to that of the period's end, by their first day
 * @param closed the centres that were closed on every day of the period
 */
public record DashboardPage(
        List<Centre> centres,
        LocalDate today,
        @Nullable Instant asOf,
        List<IndicatorRule> definitions,
        Map<String, Boolean> available,
        FigureSheet figures,
        FigureSheet before,
        SortedMap<LocalDate, FigureSheet> months,
        List<Centre> closed) {

    public DashboardPage {
        centres = List.copyOf(centres);
        definitions = List.copyOf(definitions);
        available = Map.copyOf(available);
        closed = List.copyOf(closed);
    }

    public Optional<IndicatorRule> definition(String code) {
        return definitions.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
