package org.relais.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * One figure over a calendar year, by centre and for all of them together; what must not be shown is not in it.
 *
 * @param cells for every centre and at last for all of them, by calendar span
 */
public record NetworkTable(List<CentreId> centres, List<List<NetworkCell>> cells) {

    private static final NetworkCell HIDDEN = new NetworkCell.Hidden();
    private static final NetworkCell OPEN = new NetworkCell.Open();

    public NetworkTable {
        centres = List.copyOf(centres);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * Protects a figure.
     *
     * @param centres in an order that never changes, however they are named
     * @param months the figures of each month of the year, by month and centre; what was not counted is missing
     * @param quarters how many quarters are over
     */
    static NetworkTable of(
            Measure measure,
            List<CentreId> centres,
            List<Map<CentreId, Figure>> months,
            int quarters,
            int smallestShown) {
        var figures = new Figure[centres.size() + 1][CalendarSpan.values().length];
        for (var span : CalendarSpan.values()) {
            var together = Figure.NONE;
            for (var row = 0; row < centres.size(); row++) {
                var figure = Figure.NONE;
                for (var month = span.firstMonth(); month <= span.lastMonth(); month++) {
                    figure = figure.plus(months.get(month - 1).getOrDefault(centres.get(row), Figure.NONE));
                }
                figures[row][span.place()] = figure;
                together = together.plus(figure);
            }
            figures[centres.size()][span.place()] = together;
        }
        var parts = parts(measure, centres, months);
        var shown = parts.isEmpty()
                ? new boolean[centres.size() + 1][CalendarSpan.values().length]
                : new YearProtection(smallestShown).shown(parts, quarters);
        var cells = new ArrayList<List<NetworkCell>>();
        for (var row = 0; row <= centres.size(); row++) {
            var cellsOfRow = new ArrayList<NetworkCell>();
            for (var span : CalendarSpan.values()) {
                cellsOfRow.add(
                        span.quarter().number() > quarters
                                ? OPEN
                                : shown[row][span.place()]
                                        ? shown(measure, figures[row][span.place()], smallestShown)
                                        : HIDDEN);
            }
            cells.add(cellsOfRow);
        }
        return new NetworkTable(centres, cells);
    }

    /** What is shown of one centre, or of all together where it is null. */
    public NetworkCell cell(@Nullable CentreId centre, CalendarSpan span) {
        return cells.get(centre == null ? centres.size() : centres.indexOf(centre))
                .get(span.place());
    }

    /** Whether nothing was counted in what is over, so that nothing is left to be said. */
    public boolean isEmpty() {
        return cells.stream().allMatch(NetworkTable::isEmpty);
    }

    /** The same for one centre. */
    public boolean isEmpty(CentreId centre) {
        return isEmpty(cells.get(centres.indexOf(centre)));
    }

    private static boolean isEmpty(List<NetworkCell> row) {
        return row.stream().allMatch(cell -> switch (cell) {
            case NetworkCell.Open _ -> true;
            case NetworkCell.Hidden _ -> false;
            case NetworkCell.Shown shown -> shown.numerator() == 0 && shown.denominator() == 0;
        });
    }

    // What is above the line and the rest below it; of days also their sum, which a mean gives away. Where a part of
    // the whole is larger than the whole, the rest says nothing of its own: the whole stands in its place.
    private static List<YearProtection.Part> parts(
            Measure measure, List<CentreId> centres, List<Map<CentreId, Figure>> months) {
        var above = new long[centres.size()][months.size()];
        var below = new long[centres.size()][months.size()];
        var days = new long[centres.size()][months.size()];
        var rest = new long[centres.size()][months.size()];
        var parted = true;
        for (var row = 0; row < centres.size(); row++) {
            for (var month = 0; month < months.size(); month++) {
                var figure = months.get(month).getOrDefault(centres.get(row), Figure.NONE);
                above[row][month] = figure.numerator();
                below[row][month] = measure == Measure.DURATION ? figure.measured() : figure.denominator();
                rest[row][month] = below[row][month] - above[row][month];
                days[row][month] = figure.amounts().entrySet().stream()
                        .mapToLong(amount -> amount.getKey() * amount.getValue())
                        .sum();
                parted &= rest[row][month] >= 0;
                if (above[row][month] < 0 || below[row][month] < 0) {
                    // A balance, not a count: what it is made of is not known here, so nothing of it is shown
                    return List.of();
                }
            }
        }
        if (measure == Measure.DURATION) {
            var parts = new ArrayList<YearProtection.Part>();
            parts.add(YearProtection.Part.ofCounts(below));
            parts.add(new YearProtection.Part(days, List.<long[][]>of(below)));
            return parts;
        }
        return parted
                ? List.of(YearProtection.Part.ofCounts(above), YearProtection.Part.ofCounts(rest))
                : List.of(new YearProtection.Part(above, List.of(above, rest)), YearProtection.Part.ofCounts(below));
    }

    private static NetworkCell shown(Measure measure, Figure figure, int smallestShown) {
        if (measure != Measure.DURATION) {
            return new NetworkCell.Shown(figure.percent(), figure.numerator(), figure.denominator(), null, null);
        }
        var ninth = figure.ninthDecile();
        var above = ninth == null
                ? 0
                : figure.amounts().tailMap(ninth, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return new NetworkCell.Shown(
                figure.median(), 0, figure.measured(), figure.mean(), above < smallestShown ? null : ninth);
    }
}
