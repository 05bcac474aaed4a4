package org.relais.indicator;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.rules.Rules;
import org.relais.shared.PersonId;

/** Makes figures of the sums, exactly and for whoever calls: what may be asked and shown is decided there. */
@Component
class FigureReader {

    private final Rules rules;
    private final FigureTable table;

    FigureReader(Rules rules, FigureTable table) {
        this.rules = rules;
        this.table = table;
    }

    /** As {@link Indicators#figures}, without the people who are hidden. */
    List<FigureSheet> figures(
            Set<PersonId> hidden, FigureQuestion question, List<Period> periods, LocalDate reportDate) {
        var windows = new ArrayList<FigureTable.Window>();
        var night = new LinkedHashSet<String>();
        var measured = measured(reportDate);
        for (var number = 0; number < periods.size(); number++) {
            for (var group : byLag(reportDate, night).entrySet()) {
                var window = cut(periods.get(number).earlier(group.getKey()), reportDate.minusDays(group.getKey()));
                if (window != null) {
                    windows.add(new FigureTable.Window(
                            number,
                            group.getValue(),
                            group.getValue().stream().filter(measured::contains).collect(Collectors.toSet()),
                            window));
                }
            }
        }
        var figures = new ArrayList<Map<String, Map<Place, Figure>>>();
        periods.forEach(_ -> figures.add(new HashMap<>()));
        var nights = nights(periods, reportDate, night);
        add(table.sums(windows, nights, question.centres()), question, figures);
        leaveOut(hidden, question, windows, figures);
        leaveOutNights(hidden, question, nights, figures);
        return figures.stream().map(FigureSheet::new).toList();
    }

    /** As {@link Indicators#months}, without the people who are hidden. */
    Map<LocalDate, FigureSheet> months(
            Set<PersonId> hidden, FigureQuestion question, LocalDate first, int months, LocalDate reportDate) {
        var night = new LinkedHashSet<String>();
        var lags = new HashMap<String, Integer>();
        byLag(reportDate, night).forEach((lag, codes) -> codes.forEach(code -> lags.put(code, lag)));
        var begin = first.withDayOfMonth(1);
        var sheets = new TreeMap<LocalDate, Map<String, Map<Place, Figure>>>();
        var periods = new ArrayList<Period>();
        for (var month = 0; month < months; month++) {
            var day = begin.plusMonths(month);
            sheets.put(day, new HashMap<>());
            periods.add(new Period(day, FactTable.last(day)));
        }
        var sums = lags.isEmpty()
                ? Map.<LocalDate, Map<FigureTable.Sum, Figure>>of()
                : table.months(lags.keySet(), question.centres(), begin, begin.plusMonths(months - 1L));
        sums.forEach((month, came) -> came.forEach((sum, figure) -> {
            var ripe = !FactTable.last(month)
                    .plusDays(lags.getOrDefault(sum.figure(), 0))
                    .isAfter(reportDate);
            if (ripe && question.asks(sum.place())) {
                add(Objects.requireNonNull(sheets.get(month)), sum.figure(), sum.place(), figure);
            }
        }));
        var windows = new ArrayList<FigureTable.Window>();
        for (var number = 0; number < months; number++) {
            var ripe = new LinkedHashSet<String>();
            for (var lag : lags.entrySet()) {
                if (!periods.get(number).to().plusDays(lag.getValue()).isAfter(reportDate)) {
                    ripe.add(lag.getKey());
                }
            }
            windows.add(new FigureTable.Window(number, ripe, Set.of(), periods.get(number)));
        }
        var inOrder = new ArrayList<>(sheets.values());
        var nights = nights(periods, reportDate, night);
        addNights(nights, question, inOrder);
        leaveOut(hidden, question, windows, inOrder);
        leaveOutNights(hidden, question, nights, inOrder);
        var answer = new LinkedHashMap<LocalDate, FigureSheet>();
        sheets.forEach((month, figures) -> answer.put(month, new FigureSheet(figures)));
        return answer;
    }

    /** What each indicator is on a day. */
    Collection<IndicatorRule> inForce(LocalDate day) {
        return rules.all(IndicatorRule.KIND).stream()
                .map(IndicatorRule::code)
                .distinct()
                .flatMap(code -> rules.on(IndicatorRule.KIND, code, day).stream())
                .toList();
    }

    // The figures to read by how many days they lag; those that last over nights apart
    private Map<Integer, Set<String>> byLag(LocalDate day, Set<String> night) {
        var groups = new TreeMap<Integer, Set<String>>();
        for (var rule : inForce(day)) {
            var codes = new LinkedHashSet<>(rule.beside());
            codes.add(rule.code());
            if (rule.measure() == Measure.NIGHTS) {
                night.addAll(codes);
            } else {
                groups.computeIfAbsent(rule.lagDays(), _ -> new LinkedHashSet<>())
                        .addAll(codes);
            }
        }
        return groups;
    }

    // The figures whose facts have amounts
    private Set<String> measured(LocalDate day) {
        return inForce(day).stream()
                .filter(rule -> rule.measure() == Measure.DURATION)
                .map(IndicatorRule::code)
                .collect(Collectors.toSet());
    }

    /** What of a period is not after a day; null for nothing. */
    static @Nullable Period cut(Period period, LocalDate last) {
        if (!period.to().isAfter(last)) {
            return period;
        }
        return period.from().isAfter(last) ? null : new Period(period.from(), last);
    }

    private void leaveOut(
            Set<PersonId> hidden,
            FigureQuestion question,
            List<FigureTable.Window> windows,
            List<Map<String, Map<Place, Figure>>> figures) {
        var codes =
                windows.stream().flatMap(window -> window.figures().stream()).collect(Collectors.toSet());
        var last = windows.stream().map(window -> window.period().to()).max(LocalDate::compareTo);
        if (hidden.isEmpty() || codes.isEmpty() || last.isEmpty()) {
            return;
        }
        for (var fact : table.about(hidden, codes, question.centres(), last.get())) {
            var place = new Place(fact.centre(), fact.unit());
            var amounts = new TreeMap<Integer, Long>();
            if (fact.amount() != null) {
                amounts.put(fact.amount(), 1L);
            }
            var one = new Figure(1, fact.numerator(), fact.denominator(), amounts);
            for (var window : windows) {
                if (window.figures().contains(fact.figure())
                        && window.period().contains(fact.day())
                        && question.asks(place)) {
                    figures.get(window.number())
                            .getOrDefault(fact.figure(), Map.of())
                            .computeIfPresent(place, (_, figure) -> figure.minus(one));
                }
            }
        }
    }

    private static List<FigureTable.Window> nights(List<Period> periods, LocalDate reportDate, Set<String> codes) {
        var windows = new ArrayList<FigureTable.Window>();
        for (var number = 0; number < periods.size() && !codes.isEmpty(); number++) {
            var period = cut(periods.get(number), reportDate);
            if (period != null) {
                windows.add(new FigureTable.Window(number, codes, Set.of(), period));
            }
        }
        return windows;
    }

    // Whole months follow from what each of them began and ended; only one that is not over needs its days
    private void addNights(
            List<FigureTable.Window> nights, FigureQuestion question, List<Map<String, Map<Place, Figure>>> figures) {
        if (nights.isEmpty()) {
            return;
        }
        var codes = nights.getFirst().figures();
        var whole = nights.stream()
                .filter(window -> window.period()
                        .to()
                        .equals(FactTable.last(window.period().from())))
                .toList();
        var rest = nights.stream().filter(window -> !whole.contains(window)).toList();
        add(table.sums(List.of(), rest, question.centres()), question, figures);
        if (whole.isEmpty()) {
            return;
        }
        var months = new ArrayDeque<>(
                table.nights(codes, question.centres(), whole.getLast().period().from()));
        var standing = new HashMap<FigureTable.Sum, Figure>();
        for (var window : whole) {
            var into = figures.get(window.number());
            var period = window.period();
            while (!months.isEmpty() && months.peek().month().isBefore(period.from())) {
                months.remove().changes().forEach((sum, change) -> standing.merge(sum, change, Figure::plus));
            }
            add(times(standing, period.days()), question, into);
            var own = months.peek();
            if (own != null && own.month().equals(period.from())) {
                add(own.nights(), question, into);
            }
        }
    }

    private static Map<FigureTable.Sum, Figure> times(Map<FigureTable.Sum, Figure> standing, int nights) {
        var times = new HashMap<FigureTable.Sum, Figure>();
        standing.forEach((sum, level) -> times.put(
                sum, new Figure(0, level.numerator() * nights, level.denominator() * nights, Figure.NONE.amounts())));
        return times;
    }

    private void leaveOutNights(
            Set<PersonId> hidden,
            FigureQuestion question,
            List<FigureTable.Window> windows,
            List<Map<String, Map<Place, Figure>>> figures) {
        var last = windows.stream().map(window -> window.period().to()).max(LocalDate::compareTo);
        if (hidden.isEmpty() || last.isEmpty()) {
            return;
        }
        var codes = windows.getFirst().figures();
        for (var fact : table.about(hidden, codes, question.centres(), last.get())) {
            var place = new Place(fact.centre(), fact.unit());
            for (var window : windows) {
                var period = window.period();
                var begin = fact.day().isBefore(period.from()) ? period.from() : fact.day();
                if (question.asks(place) && !begin.isAfter(period.to())) {
                    long nights = new Period(begin, period.to()).days();
                    add(
                            figures.get(window.number()),
                            fact.figure(),
                            place,
                            new Figure(
                                    0,
                                    -fact.numerator() * nights,
                                    -fact.denominator() * nights,
                                    Figure.NONE.amounts()));
                }
            }
        }
    }

    private static void add(
            Map<FigureTable.Sum, Figure> sums, FigureQuestion question, Map<String, Map<Place, Figure>> figures) {
        sums.forEach((sum, figure) -> {
            if (question.asks(sum.place())) {
                add(figures, sum.figure(), sum.place(), figure);
            }
        });
    }

    private static void add(
            Map<FigureTable.Sum, Figure> sums, FigureQuestion question, List<Map<String, Map<Place, Figure>>> figures) {
        sums.forEach((sum, figure) -> {
            if (question.asks(sum.place())) {
                add(figures.get(sum.window()), sum.figure(), sum.place(), figure);
            }
        });
    }

    private static void add(Map<String, Map<Place, Figure>> figures, String code, Place place, Figure figure) {
        figures.computeIfAbsent(code, _ -> new HashMap<>()).merge(place, figure, Figure::plus);
    }
}
