package org.relais.dashboard.ui;

import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.indicator.CalendarSpan;
import org.relais.indicator.IndicatorRule;
import org.relais.indicator.Measure;
import org.relais.indicator.NetworkCell;
import org.relais.indicator.NetworkTable;
import org.relais.indicator.NetworkYear;
import org.relais.shared.CentreId;
import org.relais.uikit.Chart;
import org.relais.uikit.ChartModel;
import org.relais.uikit.Panel;

/** The figures of all centres: every indicator of the whole network, and one indicator by centre, quarter and month. */
final class NetworkPanels {

    private final NetworkYear page;
    private final IndicatorRule chosen;
    private final FigureWords words;
    private final Locale locale;

    NetworkPanels(NetworkYear page, IndicatorRule chosen, FigureWords words, Locale locale) {
        this.page = page;
        this.chosen = chosen;
        this.words = words;
        this.locale = locale;
    }

    /** How many centres have something to be counted. */
    int centres() {
        return counted().size();
    }

    /** Every indicator of all centres together. */
    Component all() {
        var head = new NativeTableRow(column(text("dashboard.column.indicator"), false));
        years(head);
        quarters(head);
        var body = new NativeTableBody();
        for (var rule : page.definitions()) {
            var name = new NativeTableHeaderCell();
            name.getElement().setAttribute("scope", "row");
            name.add(DefinitionDetails.ofMonths(rule, words));
            var row = new NativeTableRow(name);
            var table = page.tables().get(rule.code());
            if (table == null) {
                var cell = new NativeTableCell(text("dashboard.not-available"));
                cell.getElement().setAttribute("colspan", "7");
                cell.addClassName("relais-meta");
                row.add(cell);
            } else {
                years(row, rule, null);
                CalendarSpan.quarters().forEach(quarter -> row.add(cell(rule, table.cell(null, quarter), false)));
            }
            body.add(row);
        }
        return panel(text("dashboard.network.all"), new NativeTable(new NativeTableHeader(head), body), "");
    }

    /** The chosen indicator of every centre, by quarter. */
    Component byQuarter() {
        var head = new NativeTableRow(column(text("dashboard.centre"), false));
        years(head);
        quarters(head);
        var table = byCentre(head, (row, centre) -> {
            years(row, chosen, centre);
            CalendarSpan.quarters()
                    .forEach(quarter -> row.add(cell(chosen, table(chosen).cell(centre, quarter), false)));
        });
        return panel(text("dashboard.network.by-quarter", words.name(chosen.code())), table, quiet());
    }

    /** The same by month. */
    Component byMonth() {
        var head = new NativeTableRow(column(text("dashboard.centre"), false));
        CalendarSpan.months().forEach(month -> head.add(column(month(month, TextStyle.SHORT_STANDALONE), true)));
        var table = byCentre(
                head,
                (row, centre) -> CalendarSpan.months()
                        .forEach(month -> row.add(cell(chosen, table(chosen).cell(centre, month), false))));
        var panel = panel(text("dashboard.network.by-month", words.name(chosen.code())), table, quiet());
        panel.addClassName("relais-network-months");
        return panel;
    }

    /** All centres together month by month, beside the year before. */
    Chart course() {
        var categories = new ArrayList<ChartModel.Category>();
        CalendarSpan.months()
                .forEach(month -> categories.add(ChartModel.Category.of(
                        month(month, TextStyle.SHORT_STANDALONE), month(month, TextStyle.FULL_STANDALONE))));
        var series = new ArrayList<ChartModel.Series>();
        series.add(series(page.year(), table(chosen)));
        series.add(series(page.year() - 1, Objects.requireNonNull(page.before().get(chosen.code()))));
        return new Chart(new ChartModel(
                text("dashboard.network.course", words.name(chosen.code())),
                ChartModel.Kind.LINE,
                unit(),
                text("dashboard.month"),
                text("dashboard.network.absent"),
                categories,
                series,
                null,
                null));
    }

    /** The centres beside each other, over the year or its latest quarter that is over. */
    Chart comparison() {
        var span = latest();
        var categories = new ArrayList<ChartModel.Category>();
        var points = new ArrayList<ChartModel.Point>();
        for (var centre : counted()) {
            var value = value(table(chosen).cell(centre.id(), span));
            if (value != null) {
                categories.add(ChartModel.Category.of(centre.name()));
                points.add(
                        new ChartModel.Point(value, null, value(before(chosen).cell(centre.id(), span)), null));
            }
        }
        return new Chart(new ChartModel(
                text("dashboard.network.comparison", words.name(chosen.code()), span(span)),
                ChartModel.Kind.BARS,
                unit(),
                text("dashboard.centre"),
                text("dashboard.network.absent"),
                categories,
                List.of(new ChartModel.Series(words.name(chosen.code()), points)),
                null,
                text("dashboard.network.year-in-line", String.valueOf(page.year() - 1))));
    }

    private CalendarSpan latest() {
        if (!(table(chosen).cell(null, CalendarSpan.YEAR) instanceof NetworkCell.Open)) {
            return CalendarSpan.YEAR;
        }
        return CalendarSpan.quarters().reversed().stream()
                .filter(quarter -> !(table(chosen).cell(null, quarter) instanceof NetworkCell.Open))
                .findFirst()
                .orElse(CalendarSpan.QUARTER_1);
    }

    private ChartModel.Series series(int year, NetworkTable table) {
        return new ChartModel.Series(
                String.valueOf(year),
                CalendarSpan.months().stream()
                        .map(month -> ChartModel.Point.of(value(table.cell(null, month))))
                        .toList());
    }

    private ChartModel.Unit unit() {
        return chosen.measure() == Measure.DURATION ? ChartModel.Unit.DAYS : ChartModel.Unit.PERCENT;
    }

    private NativeTable byCentre(
            NativeTableRow head, java.util.function.BiConsumer<NativeTableRow, @Nullable CentreId> cells) {
        var body = new NativeTableBody();
        var together = row(text("dashboard.network.together"));
        together.addClassName("relais-dashboard-centre");
        cells.accept(together, null);
        body.add(together);
        for (var centre : counted()) {
            var row = row(centre.name());
            cells.accept(row, centre.id());
            body.add(row);
        }
        return new NativeTable(new NativeTableHeader(head), body);
    }

    private List<Centre> counted() {
        return page.centres().stream()
                .filter(centre ->
                        !table(chosen).isEmpty(centre.id()) || !before(chosen).isEmpty(centre.id()))
                .toList();
    }

    // Nothing is no small number: centres without anything are told in one line
    private String quiet() {
        var quiet = page.centres().size() - counted().size();
        return quiet == 0 ? "" : text("dashboard.network.quiet", quiet);
    }

    private void years(NativeTableRow head) {
        head.add(
                column(text("dashboard.network.year", String.valueOf(page.year())), true),
                column(text("dashboard.network.year", String.valueOf(page.year() - 1)), true),
                column(text("dashboard.column.change"), true));
    }

    private static void quarters(NativeTableRow head) {
        CalendarSpan.quarters()
                .forEach(quarter -> head.add(column(text("dashboard.network.quarter", quarter.number()), true)));
    }

    private void years(NativeTableRow row, IndicatorRule rule, @Nullable CentreId centre) {
        var now = table(rule).cell(centre, CalendarSpan.YEAR);
        var then = before(rule).cell(centre, CalendarSpan.YEAR);
        row.add(
                cell(rule, now, true),
                cell(rule, then, false),
                end(new Span(words.change(rule, value(now), value(then)))));
    }

    // Mean and ninth decile stand beside the year alone; the file has them for every span
    private NativeTableCell cell(IndicatorRule rule, NetworkCell cell, boolean full) {
        return switch (cell) {
            case NetworkCell.Open _ -> end(meta(text("dashboard.network.open")));
            case NetworkCell.Hidden _ -> {
                var hidden = meta(text("dashboard.network.hidden"));
                hidden.addClassName("relais-network-hidden");
                yield end(hidden);
            }
            case NetworkCell.Shown shown -> {
                var value = new Span(words.value(rule, shown.value()));
                value.setClassName("relais-meta", shown.value() == null);
                var of = meta(of(rule, shown, full));
                of.setClassName("relais-network-full", full && shown.mean() != null);
                yield shown.denominator() == 0 ? end(value) : end(value, of);
            }
        };
    }

    private String of(IndicatorRule rule, NetworkCell.Shown shown, boolean full) {
        var formats = words.formats();
        var mean = shown.mean();
        if (rule.measure() != Measure.DURATION || mean == null) {
            return text("dashboard.network.of", formats.number(shown.numerator()), formats.number(shown.denominator()));
        }
        if (!full) {
            return text("dashboard.network.measured", formats.number(shown.denominator()));
        }
        var ninth = shown.ninthDecile();
        return ninth == null
                ? text("dashboard.network.mean", formats.number(mean), formats.number(shown.denominator()))
                : text(
                        "dashboard.network.mean-ninth",
                        formats.number(mean),
                        formats.number(BigDecimal.valueOf(ninth)),
                        formats.number(shown.denominator()));
    }

    private NetworkTable table(IndicatorRule rule) {
        return Objects.requireNonNull(page.tables().get(rule.code()));
    }

    private NetworkTable before(IndicatorRule rule) {
        return Objects.requireNonNull(page.before().get(rule.code()));
    }

    private String span(CalendarSpan span) {
        return span == CalendarSpan.YEAR
                ? text("dashboard.network.year-in-line", String.valueOf(page.year()))
                : text("dashboard.network.quarter-of", span.number(), String.valueOf(page.year()));
    }

    private String month(CalendarSpan month, TextStyle style) {
        return Month.of(month.number()).getDisplayName(style, locale);
    }

    private static @Nullable BigDecimal value(NetworkCell cell) {
        return cell instanceof NetworkCell.Shown shown ? shown.value() : null;
    }

    // Wider than a small screen: it scrolls by itself, by keyboard too
    private static Panel panel(String title, NativeTable table, String note) {
        table.addClassNames("relais-dashboard-table", "relais-network-table");
        var scroller = new Div(table);
        scroller.addClassName("relais-network-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", title);
        var panel = new Panel(title, scroller).flush();
        if (!note.isEmpty()) {
            var words = new Paragraph(note);
            words.addClassNames("relais-meta", "relais-network-note");
            panel.addContent(words);
        }
        return panel;
    }

    private static NativeTableRow row(String name) {
        var head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        return new NativeTableRow(head);
    }

    private static NativeTableHeaderCell column(String name, boolean end) {
        var cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("relais-end", end);
        return cell;
    }

    private static NativeTableCell end(Component... content) {
        var cell = new NativeTableCell();
        cell.add(content);
        cell.addClassNames("relais-end", "relais-numeric");
        return cell;
    }

    private static Span meta(String words) {
        var span = new Span(words);
        span.addClassName("relais-meta");
        return span;
    }

    private static String text(String key, Object... arguments) {
        return FigureWords.text(key, arguments);
    }
}
