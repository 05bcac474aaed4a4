package org.relais.dashboard.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.Dashboards;
import org.relais.dashboard.PresentPage;
import org.relais.indicator.CountedPart;
import org.relais.indicator.PresentItem;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** What stands so now: tiles, occupancy by unit, the waiting list by age, and one row a centre. */
final class PresentPanels {

    static final String OCCUPANCY = "OCCUPANCY";
    static final String WAITING = "WAITING";
    static final String OVERDUE = "OVERDUE_OBSERVATIONS";
    static final String TO_SIGN = "TO_SIGN";

    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;
    private static final Duration LATE = Duration.ofMinutes(20);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DashboardFilter filter;
    private final List<Centre> centres;
    private final PresentPage page;
    private final Instant now;
    private final FigureWords words;

    PresentPanels(DashboardFilter filter, List<Centre> centres, PresentPage page, Instant now, FigureWords words) {
        this.filter = filter;
        this.centres = centres;
        this.page = page;
        this.now = now;
        this.words = words;
    }

    List<Component> tiles() {
        return List.of(occupancy(), waiting(), overdue(), toSign());
    }

    private Component occupancy() {
        var beds = page.of(OCCUPANCY);
        var taken = counted(beds);
        return new FigureTile(
                        DashboardAddress.list(filter, OCCUPANCY, CountedPart.ALL),
                        text("indicator.now.OCCUPANCY"),
                        beds.isEmpty() ? text("dashboard.none") : percent(taken, beds.size()),
                        beds.isEmpty() ? "" : text("dashboard.of", taken, beds.size()))
                .note(Glyph.BED_DOUBLE.create(), text("dashboard.free", beds.size() - taken));
    }

    private Component waiting() {
        var items = page.of(WAITING);
        var days = items.stream().map(this::days).sorted().toList();
        return new FigureTile(
                        DashboardAddress.list(filter, WAITING, CountedPart.ALL),
                        text("indicator.now.WAITING"),
                        String.valueOf(items.size()),
                        text("dashboard.people", items.size()))
                .note(
                        Glyph.HOURGLASS.create(),
                        days.isEmpty()
                                ? text("dashboard.nobody-waits")
                                : text("dashboard.waiting.note", words.formats().number(median(days)), days.getLast()));
    }

    private Component overdue() {
        var items = page.of(OVERDUE);
        var long20 =
                items.stream().filter(item -> late(item).compareTo(LATE) > 0).count();
        return new FigureTile(
                        DashboardAddress.list(filter, OVERDUE, CountedPart.ALL),
                        text("indicator.now.OVERDUE_OBSERVATIONS"),
                        String.valueOf(items.size()),
                        text("dashboard.now"))
                .note(
                        items.isEmpty() ? Glyph.CIRCLE_CHECK.create() : Glyph.CLOCK_ALERT.create(),
                        items.isEmpty()
                                ? text("dashboard.overdue.none")
                                : text("dashboard.overdue.note", long20, LATE.toMinutes()));
    }

    private Component toSign() {
        var items = page.of(TO_SIGN);
        return new FigureTile(
                        DashboardAddress.list(filter, TO_SIGN, CountedPart.ALL),
                        text("indicator.now.TO_SIGN"),
                        String.valueOf(items.size()),
                        text("dashboard.now"))
                .note(
                        Glyph.FILE_TEXT.create(),
                        items.isEmpty() || items.getFirst().since() == null
                                ? text("dashboard.to-sign.none")
                                : text("dashboard.to-sign.note", words.formats().duration(late(items.getFirst()))));
    }

    Component occupancyByUnit() {
        var rows = new Div();
        rows.addClassName("relais-dashboard-bars");
        for (var centre : centres) {
            for (var unit : centre.units()) {
                var beds = page.of(OCCUPANCY, unit.id());
                if (!beds.isEmpty()) {
                    rows.add(bar(centre, unit, beds));
                }
            }
        }
        var panel = new Panel(text("dashboard.occupancy.title"), rows);
        for (var centre : centres) {
            for (var unit : centre.units()) {
                var beds = page.of(OCCUPANCY, unit.id());
                var wait = page.of(WAITING, unit.id()).size();
                if (!beds.isEmpty() && counted(beds) == beds.size() && wait > 0) {
                    var note = new Span(
                            Glyph.TRIANGLE_ALERT.create(),
                            new Span(text("dashboard.full", centre.name(), unit.name(), wait)));
                    note.addClassName("relais-dashboard-warning");
                    panel.addContent(note);
                }
            }
        }
        return panel;
    }

    private Component bar(Centre centre, Unit unit, List<PresentItem> beds) {
        var taken = counted(beds);
        var name = new Span(new Span(unit.name()), meta(centre.name()));
        name.addClassName("relais-dashboard-bar-name");
        var fill = new Span();
        fill.addClassName("relais-dashboard-fill");
        fill.getStyle().set("--relais-share", String.valueOf(100 * taken / beds.size()));
        var track = new Span(fill);
        track.addClassName("relais-dashboard-track");
        track.getElement().setAttribute("aria-hidden", "true");
        track.setClassName("relais-dashboard-full", taken == beds.size());
        var row = new Div(
                name,
                track,
                new NumberLink(
                        of(centre, unit),
                        OCCUPANCY,
                        CountedPart.ALL,
                        text("dashboard.of", taken, beds.size()),
                        text("dashboard.occupancy.label", unit.name(), centre.name(), taken, beds.size())));
        row.addClassName("relais-dashboard-bar");
        return row;
    }

    Component waitingByAge() {
        var rows = new Div(legend());
        rows.addClassName("relais-dashboard-ages");
        var most = centres.stream()
                .mapToInt(centre -> page.of(WAITING, centre.id()).size())
                .max()
                .orElse(0);
        for (var centre : centres) {
            var items = page.of(WAITING, centre.id());
            if (!items.isEmpty()) {
                rows.add(ages(centre, items, most));
            }
        }
        var all = page.of(WAITING);
        var panel = new Panel(text("indicator.now.WAITING"), rows);
        if (all.isEmpty()) {
            rows.removeAll();
            rows.add(meta(text("dashboard.nobody-waits")));
        }
        var urgent = all.stream().filter(PresentItem::urgent).count();
        if (urgent > 0) {
            var note = new Span(
                    Glyph.TRIANGLE_ALERT.create(),
                    new Span(text("dashboard.waiting.urgent", urgent)),
                    new Anchor(DashboardAddress.list(filter, WAITING, CountedPart.ALL), text("dashboard.see")));
            note.addClassNames("relais-dashboard-warning", "relais-dashboard-boxed");
            panel.addContent(note);
        }
        return panel;
    }

    private Component legend() {
        var legend = new Div();
        legend.addClassName("relais-dashboard-legend");
        for (var age = 0; age < 3; age++) {
            var mark = new Span();
            mark.addClassNames("relais-dashboard-mark", "relais-dashboard-age-" + age);
            legend.add(new Span(mark, new Span(text("dashboard.waiting.age-" + age))));
        }
        return legend;
    }

    private Component ages(Centre centre, List<PresentItem> items, int most) {
        var bar = new Span();
        bar.addClassName("relais-dashboard-stack");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--relais-share", String.valueOf(100 * items.size() / most));
        var counts = new int[3];
        items.forEach(item -> counts[age(item)]++);
        for (var age = 0; age < counts.length; age++) {
            if (counts[age] > 0) {
                var part = new Span(String.valueOf(counts[age]));
                part.addClassNames("relais-dashboard-age-" + age, "relais-numeric");
                part.getStyle().set("flex-grow", String.valueOf(counts[age]));
                bar.add(part);
            }
        }
        var row = new Div(
                new Span(centre.name()),
                bar,
                new NumberLink(
                        of(centre),
                        WAITING,
                        CountedPart.ALL,
                        String.valueOf(items.size()),
                        text("dashboard.waiting.label", centre.name(), items.size(), counts[0], counts[1], counts[2])));
        row.addClassName("relais-dashboard-bar");
        return row;
    }

    Component byCentre() {
        var head = new NativeTableRow(cell(new NativeTableHeaderCell(text("dashboard.centre")), "row"));
        for (var code : List.of(OCCUPANCY, WAITING, OVERDUE, TO_SIGN, Dashboards.REVIEWS)) {
            var cell = new NativeTableHeaderCell(text("dashboard.column." + code));
            cell.addClassName("relais-end");
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var body = new NativeTableBody();
        for (var centre : centres) {
            var row = new NativeTableRow(cell(new NativeTableHeaderCell(centre.name()), "row"));
            row.addClassName("relais-dashboard-centre");
            numbers(
                    row,
                    of(centre),
                    centre.name(),
                    page.of(OCCUPANCY, centre.id()),
                    page.of(WAITING, centre.id()),
                    page.of(OVERDUE, centre.id()),
                    page.of(TO_SIGN, centre.id()),
                    page.of(Dashboards.REVIEWS, centre.id()));
            body.add(row);
            for (var unit : centre.units()) {
                if (filter.unit() == null || filter.unit().equals(unit.id())) {
                    var line = new NativeTableRow(cell(new NativeTableHeaderCell(unit.name()), "row"));
                    line.addClassName("relais-dashboard-unit");
                    numbers(
                            line,
                            of(centre, unit),
                            unit.name(),
                            page.of(OCCUPANCY, unit.id()),
                            page.of(WAITING, unit.id()),
                            page.of(OVERDUE, unit.id()),
                            page.of(TO_SIGN, unit.id()),
                            page.of(Dashboards.REVIEWS, unit.id()));
                    body.add(line);
                }
            }
        }
        if (centres.size() > 1) {
            var total = new NativeTableRow(cell(new NativeTableHeaderCell(text("dashboard.total")), "row"));
            numbers(
                    total,
                    filter,
                    text("dashboard.total"),
                    page.of(OCCUPANCY),
                    page.of(WAITING),
                    page.of(OVERDUE),
                    page.of(TO_SIGN),
                    page.of(Dashboards.REVIEWS));
            body.add(total);
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("relais-dashboard-table");
        var panel = new Panel(text("dashboard.by-centre"), table).flush();
        panel.addToHeader(meta(text("dashboard.every-number")));
        return panel;
    }

    @SafeVarargs
    private void numbers(NativeTableRow row, DashboardFilter of, String where, List<PresentItem>... columns) {
        var codes = List.of(OCCUPANCY, WAITING, OVERDUE, TO_SIGN, Dashboards.REVIEWS);
        for (var column = 0; column < columns.length; column++) {
            var items = columns[column];
            var code = codes.get(column);
            var beds = code.equals(OCCUPANCY);
            var words = beds ? text("dashboard.of", counted(items), items.size()) : String.valueOf(items.size());
            var cell = new NativeTableCell();
            cell.addClassNames("relais-end", "relais-numeric");
            if (items.isEmpty()) {
                cell.setText(beds ? "–" : "0");
                cell.addClassName("relais-dashboard-zero");
            } else {
                var link = new NumberLink(
                        of,
                        code,
                        CountedPart.ALL,
                        words,
                        text("dashboard.cell.label", where, text("dashboard.column." + code), words));
                link.setClassName("relais-dashboard-alert", code.equals(OVERDUE) || code.equals(Dashboards.REVIEWS));
                cell.add(link);
            }
            row.add(cell);
        }
    }

    private static <C extends Component> C cell(C cell, String scope) {
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private DashboardFilter of(Centre centre) {
        return new DashboardFilter(java.util.Set.of(centre.id()), filter.unit(), filter.period());
    }

    private DashboardFilter of(Centre centre, Unit unit) {
        return new DashboardFilter(java.util.Set.of(centre.id()), unit.id(), filter.period());
    }

    private static int counted(List<PresentItem> items) {
        return Math.toIntExact(items.stream().filter(PresentItem::counted).count());
    }

    private String percent(long part, long whole) {
        return text(
                "dashboard.percent",
                words.formats()
                        .number(BigDecimal.valueOf(part)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)));
    }

    private Duration late(PresentItem item) {
        return Duration.between(Objects.requireNonNullElse(item.since(), now), now);
    }

    private int days(PresentItem item) {
        Instant since = item.since();
        return since == null ? 0 : Math.toIntExact(Duration.between(since, now).toDays());
    }

    private int age(PresentItem item) {
        var days = days(item);
        return days <= WEEK ? 0 : days <= FORTNIGHT ? 1 : 2;
    }

    private static BigDecimal median(List<Integer> sorted) {
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? BigDecimal.valueOf(sorted.get(half))
                : BigDecimal.valueOf((long) sorted.get(half - 1) + sorted.get(half))
                        .divide(BigDecimal.TWO, 1, RoundingMode.HALF_UP);
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
