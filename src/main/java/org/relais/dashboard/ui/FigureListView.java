package org.relais.dashboard.ui;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardLine;
import org.relais.dashboard.DashboardRoutes;
import org.relais.dashboard.Dashboards;
import org.relais.indicator.CountedFact;
import org.relais.indicator.CountedPart;
import org.relais.person.PersonRoutes;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.WidePage;

/** The list behind one number of the dashboard: as many lines as it says, a page at a time. */
@Route(DashboardRoutes.LIST)
@RolesAllowed(Roles.COORDINATOR)
class FigureListView extends Div implements HasDynamicTitle, BeforeEnterObserver, AfterNavigationObserver, WidePage {

    private static final int PAGE = 100;
    private static final List<String> PRESENT = List.of(
            PresentPanels.OCCUPANCY,
            PresentPanels.WAITING,
            PresentPanels.OVERDUE,
            PresentPanels.TO_SIGN,
            Dashboards.REVIEWS);

    private final transient DashboardDesk desk;
    private final transient FigureWords words;
    private final PageHeader header = new PageHeader("", "");
    private final Div body = new Div();
    private final NativeTableBody rows = new NativeTableBody();
    private final Span count = new Span();
    private final Div more = new Div();
    private transient List<Centre> centres = List.of();
    private String title = "";
    private int shown;

    FigureListView(DashboardDesk desk) {
        this.desk = desk;
        this.words = new FigureWords(getLocale());
        addClassNames("relais-page", "relais-dashboard-list");
        count.addClassName("relais-meta");
        count.getElement().setAttribute("role", "status");
        body.addClassName("relais-dashboard-list-body");
        add(header, body);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var figure = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DashboardAddress.FIGURE)
                .orElseThrow(NotFound::new);
        title = PRESENT.contains(figure) ? getTranslation("indicator.now." + figure) : words.name(figure);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var figure = parameters.getSingleParameter(DashboardAddress.FIGURE).orElseThrow(NotFound::new);
        var part = parameters
                .getSingleParameter(DashboardAddress.PART)
                .flatMap(FigureListView::part)
                .orElse(CountedPart.ALL);
        var reports = desk.reports(null);
        centres = desk.dashboards().centres(reports);
        var filter = DashboardAddress.read(parameters, desk.dashboards().today(reports));
        body.removeAll();
        rows.removeAll();
        shown = 0;
        if (PRESENT.contains(figure)) {
            showPresent(filter, figure);
        } else {
            showCounted(filter, figure, part);
        }
        var back = new Anchor(DashboardAddress.dashboard(filter), getTranslation("dashboard.back"));
        back.addClassName("relais-dashboard-back");
        body.addComponentAsFirst(back);
    }

    private void showPresent(DashboardFilter filter, String code) {
        header.setTitle(title);
        header.setSubtitle(place(filter));
        var lines = desk.dashboards().present(desk.reports(filter), desk.people(), filter, code);
        if (lines.isEmpty()) {
            nothing();
            return;
        }
        table(lines, code);
        var more = tellsMore(lines, code);
        lines.forEach(line -> rows.add(row(line, code, more)));
        shown = lines.size();
        tell(null);
    }

    private void showCounted(DashboardFilter filter, String figure, CountedPart part) {
        var reports = desk.reports(filter);
        var rule = desk.dashboards().rule(reports, figure, desk.dashboards().today(reports));
        header.setTitle(title);
        header.setSubtitle(getTranslation(
                "dashboard.list.of",
                getTranslation("dashboard.part." + part.name()),
                words.period(filter.period().earlier(rule.lagDays())),
                place(filter)));
        var page = page(filter, figure, part, null);
        if (page.isEmpty()) {
            nothing();
            return;
        }
        table(page, figure);
        append(filter, figure, part, page);
    }

    private List<DashboardLine> page(
            DashboardFilter filter, String figure, CountedPart part, @Nullable CountedFact after) {
        return desk.dashboards().counted(desk.reports(filter), desk.people(), filter, figure, part, after, PAGE + 1);
    }

    private void append(DashboardFilter filter, String figure, CountedPart part, List<DashboardLine> page) {
        var lines = page.subList(0, Math.min(PAGE, page.size()));
        lines.forEach(line -> rows.add(row(line, figure, true)));
        shown += lines.size();
        more.removeAll();
        if (page.size() > PAGE) {
            var last = lines.getLast().cursor();
            var button = new Button(getTranslation("dashboard.more"));
            button.setDisableOnClick(true);
            button.addClickListener(_ -> append(filter, figure, part, page(filter, figure, part, last)));
            more.add(button);
        }
        tell(page.size() > PAGE ? "dashboard.list.more" : null);
    }

    private void tell(@Nullable String key) {
        count.setText(getTranslation(Objects.requireNonNullElse(key, "dashboard.list.count"), shown));
    }

    private void nothing() {
        body.add(new EmptyState(
                getTranslation("dashboard.list.none.title"), getTranslation("dashboard.list.none.text"), null));
    }

    private void table(List<DashboardLine> lines, String figure) {
        var head = new NativeTableRow();
        for (var column : List.of("who", "where", "when", "counted", "amount")) {
            if ((column.equals("amount") && lines.stream().allMatch(line -> line.amount() == null))
                    || (column.equals("counted") && !tellsMore(lines, figure))) {
                continue;
            }
            var cell = new NativeTableHeaderCell(getTranslation(
                    column.equals("when") && lines.getFirst().day() == null
                            ? "dashboard.list.since"
                            : "dashboard.list." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("relais-end", column.equals("amount"));
            head.add(cell);
        }
        var table = new NativeTable(new NativeTableHeader(head), rows);
        table.addClassNames("relais-dashboard-table", "relais-dashboard-lines");
        table.getElement().setAttribute("aria-label", title);
        body.add(count, table, more);
    }

    private NativeTableRow row(DashboardLine line, String figure, boolean more) {
        var row = new NativeTableRow(new NativeTableCell(who(line, figure)), new NativeTableCell(where(line)));
        row.add(new NativeTableCell(when(line)));
        if (more) {
            row.add(new NativeTableCell(counted(line, figure)));
        }
        if (line.amount() != null) {
            var cell = new NativeTableCell(words.formats().number(line.amount()));
            cell.addClassNames("relais-end", "relais-numeric");
            row.add(cell);
        }
        return row;
    }

    private Component who(DashboardLine line, String figure) {
        var person = line.person();
        if (person != null && line.name() != null) {
            return new Anchor(record(person), line.name().display());
        }
        if (line.staff() != null) {
            return new Span(line.staff());
        }
        if (figure.equals(PresentPanels.OCCUPANCY) && !line.counted()) {
            return meta(getTranslation("dashboard.list.free-bed"));
        }
        return meta(getTranslation(person == null ? "dashboard.list.not-named" : "dashboard.list.not-known"));
    }

    private static String record(PersonId person) {
        return PersonRoutes.record(person);
    }

    private String where(DashboardLine line) {
        var centre = centres.stream()
                .filter(one -> one.id().equals(line.place().centre()))
                .findFirst();
        var unit = line.place().unit();
        return centre.flatMap(one -> Optional.ofNullable(unit).flatMap(one::unit))
                .map(one -> getTranslation(
                        "dashboard.unit-of", one.name(), centre.orElseThrow().name()))
                .orElseGet(() -> centre.map(Centre::name).orElse(""));
    }

    private String when(DashboardLine line) {
        if (line.day() != null) {
            return words.formats().date(line.day());
        }
        return line.since() == null ? "" : new Formats(getLocale(), zone(line)).dateTime(line.since());
    }

    private ZoneId zone(DashboardLine line) {
        return centres.stream()
                .filter(one -> one.id().equals(line.place().centre()))
                .findFirst()
                .orElseThrow()
                .serviceDay()
                .zone();
    }

    private Component counted(DashboardLine line, String figure) {
        if (line.urgent()) {
            return new SeverityBadge(Severity.WARNING, Glyph.FLAG, getTranslation("dashboard.list.urgent"));
        }
        if (!PRESENT.contains(figure)) {
            return new Span(getTranslation(line.counted() ? "dashboard.list.numerator" : "dashboard.list.denominator"));
        }
        return figure.equals(PresentPanels.OCCUPANCY)
                ? new Span(getTranslation(line.counted() ? "dashboard.list.taken" : "dashboard.list.free"))
                : new Span();
    }

    // Of what stands now only a bed can be free, and only somebody who waits comes before others
    private static boolean tellsMore(List<DashboardLine> lines, String figure) {
        return !PRESENT.contains(figure)
                || figure.equals(PresentPanels.OCCUPANCY)
                || lines.stream().anyMatch(DashboardLine::urgent);
    }

    private String place(DashboardFilter filter) {
        if (filter.centres().isEmpty()) {
            return getTranslation("dashboard.all-centres", centres.size());
        }
        var chosen = centres.stream()
                .filter(centre -> filter.centres().contains(centre.id()))
                .toList();
        var unit = chosen.stream()
                .flatMap(centre -> centre.units().stream())
                .filter(one -> one.id().equals(filter.unit()))
                .findFirst();
        var names = String.join(", ", chosen.stream().map(Centre::name).toList());
        return unit.map(one -> getTranslation("dashboard.unit-of", one.name(), names))
                .orElse(names);
    }

    private static Optional<CountedPart> part(String asked) {
        return Arrays.stream(CountedPart.values())
                .filter(part -> part.name().equals(asked))
                .findFirst();
    }

    private static Span meta(String words) {
        var span = new Span(words);
        span.addClassName("relais-meta");
        return span;
    }
}
