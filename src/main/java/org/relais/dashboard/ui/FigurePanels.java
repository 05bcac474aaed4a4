package org.relais.dashboard.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardPage;
import org.relais.indicator.CountedPart;
import org.relais.indicator.Figure;
import org.relais.indicator.IndicatorRule;
import org.relais.indicator.Measure;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** The figures of the period: two tiles, what was reached at the exit, and every indicator with its definition. */
final class FigurePanels {

    private static final String RETENTION = "K4";
    private static final String DETOX = "K3";
    // What stands beside an indicator and has no share of its own
    private static final Set<String> COUNTS = Set.of("K4_DIED", "K7_CANCELLED", "K7_LATE_CANCEL");
    private static final List<String> EXIT = List.of("K12_HOUSING", "K12", "K17", "K11", "K16");

    private final DashboardFilter filter;
    private final DashboardPage page;
    private final FigureWords words;

    FigurePanels(DashboardFilter filter, DashboardPage page, FigureWords words) {
        this.filter = filter;
        this.page = page;
        this.words = words;
    }

    List<Component> tiles() {
        return List.of(tile(RETENTION), tile(DETOX));
    }

    private Component tile(String code) {
        var rule = page.definition(code).orElseThrow();
        var figure = page.figures().of(code);
        var change = words.change(rule, figure, page.before().of(code));
        return new FigureTile(
                        DashboardAddress.list(filter, code, CountedPart.DENOMINATOR),
                        words.name(code),
                        words.value(rule, figure),
                        figure.denominator() == 0 ? "" : text("dashboard.of", figure.numerator(), figure.denominator()))
                .note(
                        Glyph.CALENDAR_DAYS.create(),
                        change.isEmpty()
                                ? text("dashboard.no-comparison")
                                : text(
                                        "dashboard.compared",
                                        change,
                                        words.value(rule, page.before().of(code))));
    }

    Component atExit() {
        var rows = new Div();
        rows.addClassName("relais-dashboard-bars");
        for (var code : EXIT) {
            var rule = rule(code);
            var figure = page.figures().of(code);
            var before = page.before().of(code);
            rows.add(exit(code, rule, figure, before));
        }
        var mark = new Span();
        mark.addClassName("relais-dashboard-before");
        var legend = new Span(mark, new Span(text("dashboard.period-before")));
        legend.addClassNames("relais-dashboard-legend", "relais-meta");
        var panel = new Panel(text("dashboard.exit.title"), rows, legend);
        panel.addToHeader(
                meta(text("dashboard.exit.count", page.figures().of("K12").facts())));
        return panel;
    }

    private Component exit(String code, IndicatorRule rule, Figure figure, Figure before) {
        var track = new Span();
        track.addClassNames("relais-dashboard-track", "relais-dashboard-social");
        track.getElement().setAttribute("aria-hidden", "true");
        var share = figure.percent();
        if (share != null) {
            var fill = new Span();
            fill.addClassName("relais-dashboard-fill");
            fill.getStyle().set("--relais-share", share.toPlainString());
            track.add(fill);
        }
        var then = before.percent();
        if (then != null) {
            var mark = new Span();
            mark.addClassName("relais-dashboard-before");
            mark.getStyle().set("--relais-share", then.toPlainString());
            track.add(mark);
        }
        var name = new Span(words.name(code));
        name.addClassName("relais-dashboard-bar-name");
        name.setTitle(words.name(code));
        var change = new Span(words.change(rule, figure, before));
        change.addClassName("relais-dashboard-change");
        var row = new Div(
                name,
                track,
                share == null
                        ? meta(text("dashboard.none"))
                        : new NumberLink(
                                filter,
                                code,
                                CountedPart.DENOMINATOR,
                                words.value(rule, figure),
                                text(
                                        "dashboard.figure.label",
                                        words.name(code),
                                        figure.numerator(),
                                        figure.denominator())),
                change);
        row.addClassName("relais-dashboard-bar");
        return row;
    }

    Component all() {
        var head = new NativeTableRow();
        for (var column : List.of("indicator", "value", "of", "before", "change")) {
            var cell = new NativeTableHeaderCell(text("dashboard.column." + column));
            cell.getElement().setAttribute("scope", "col");
            if (!column.equals("indicator")) {
                cell.addClassName("relais-end");
            }
            head.add(cell);
        }
        var body = new NativeTableBody();
        for (var rule : page.definitions()) {
            row(body, rule, rule.code(), false);
            for (var beside : rule.beside()) {
                if (page.available().getOrDefault(rule.code(), false)) {
                    row(body, rule, beside, true);
                }
            }
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("relais-dashboard-table", "relais-dashboard-figures");
        var panel = new Panel(text("dashboard.all.title"), table).flush();
        panel.addToHeader(meta(words.period(filter.period())));
        return panel;
    }

    private void row(NativeTableBody body, IndicatorRule rule, String code, boolean beside) {
        var name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(
                beside
                        ? new Span(words.name(code))
                        : new DefinitionDetails(rule, words, filter.period().earlier(rule.lagDays())));
        name.setClassName("relais-dashboard-beside", beside);
        var row = new NativeTableRow(name);
        if (!page.available().getOrDefault(rule.code(), false)) {
            var cell = new NativeTableCell(text("dashboard.not-available"));
            cell.getElement().setAttribute("colspan", "4");
            cell.addClassName("relais-meta");
            row.add(cell);
            body.add(row);
            return;
        }
        var figure = page.figures().of(code);
        var before = page.before().of(code);
        row.add(end(value(rule, code, figure)), end(of(rule, code, figure)));
        row.add(
                end(meta(value(rule, code, before, beside))),
                end(new Span(beside ? "" : words.change(rule, figure, before))));
        body.add(row);
    }

    private Component value(IndicatorRule rule, String code, Figure figure) {
        var words = value(rule, code, figure, !code.equals(rule.code()));
        var none = rule.measure() == Measure.DURATION
                ? figure.measured() == 0
                : figure.denominator() == 0 && figure.facts() == 0;
        return none
                ? meta(words)
                : new NumberLink(
                        filter,
                        code,
                        CountedPart.ALL,
                        words,
                        text(
                                "dashboard.figure.label",
                                this.words.name(code),
                                figure.numerator(),
                                figure.denominator()));
    }

    private String value(IndicatorRule rule, String code, Figure figure, boolean beside) {
        return beside && COUNTS.contains(code) ? String.valueOf(figure.facts()) : words.value(rule, figure);
    }

    private Component of(IndicatorRule rule, String code, Figure figure) {
        if (rule.measure() == Measure.DURATION) {
            var mean = figure.mean();
            var ninth = figure.ninthDecile();
            return mean == null || ninth == null
                    ? new Span()
                    : meta(text(
                            "dashboard.duration",
                            words.formats().number(mean),
                            words.formats().number(BigDecimal.valueOf(ninth)),
                            figure.measured()));
        }
        if (figure.denominator() == 0) {
            return new Span();
        }
        return new Span(
                figure.numerator() <= 0
                        ? new Span(String.valueOf(figure.numerator()))
                        : new NumberLink(
                                filter,
                                code,
                                CountedPart.NUMERATOR,
                                words.formats().number(figure.numerator()),
                                text("dashboard.numerator.label", words.name(code), figure.numerator())),
                new Span("\u00a0/\u00a0"),
                new NumberLink(
                        filter,
                        code,
                        CountedPart.DENOMINATOR,
                        words.formats().number(figure.denominator()),
                        text("dashboard.denominator.label", words.name(code), figure.denominator())));
    }

    private IndicatorRule rule(String code) {
        return page.definitions().stream()
                .filter(rule -> rule.code().equals(code) || rule.beside().contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static NativeTableCell end(Component content) {
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
