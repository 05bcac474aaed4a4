package org.relais.dashboard.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardNews;
import org.relais.dashboard.DashboardPage;
import org.relais.dashboard.DashboardRoutes;
import org.relais.indicator.Period;
import org.relais.shared.InvalidInput;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Roles;
import org.relais.uikit.DateField;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SafeDownload;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.WidePage;

/**
 * What is happening now in one's centres, read again by itself, and how the indicators of a period stand beside those of
 * the period before. Every number opens the list of what it counts.
 */
@Route(DashboardRoutes.DASHBOARD)
@Menu(title = "dashboard.menu", order = 5, icon = "layout-dashboard")
@RolesAllowed(Roles.COORDINATOR)
class DashboardView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    /** With more rows of centres and units than these, the sheet is printed smaller. */
    private static final int ROWS_ON_PAPER = 6;

    private final transient DashboardDesk desk;
    private final transient CurrentStaff current;
    private final transient Clock clock;
    private final transient FigureWords words;
    private final Span live = new Span();
    private final SegmentedSwitch<Stretch> span;
    private final DateField from = new DateField(getTranslation("dashboard.from"));
    private final DateField to = new DateField(getTranslation("dashboard.to"));
    private final Select<Place> place = new Select<>();
    private final Button export = new Button(getTranslation("dashboard.export"), Glyph.DOWNLOAD.create());
    private final Anchor file = new Anchor();
    private final Paragraph printed = new Paragraph();
    private final Div present = new Div();
    private final Div past = new Div();
    private final transient FieldErrors errors = new FieldErrors();
    private transient @Nullable DashboardFilter filter;
    private transient List<Centre> centres = List.of();
    private transient @Nullable DashboardPage page;
    private transient DashboardNews.@Nullable Subscription subscription;
    private boolean reading;

    /** How long the periods of the switch are. */
    enum Stretch {
        WEEK(7),
        MONTH(30),
        YEAR(365),
        OTHER(0);

        private final int days;

        Stretch(int days) {
            this.days = days;
        }

        static Stretch of(Period period, LocalDate today) {
            for (var span : values()) {
                if (span.days > 0 && period.equals(Period.ending(today, span.days))) {
                    return span;
                }
            }
            return OTHER;
        }
    }

    /** A choice of places: all, one centre, one of its units. */
    private record Place(@Nullable Centre centre, @Nullable Unit unit) {}

    DashboardView(DashboardDesk desk, CurrentStaff current, Clock clock) {
        this.desk = desk;
        this.current = current;
        this.clock = clock;
        this.words = new FigureWords(getLocale());
        this.span = new SegmentedSwitch<>(
                getTranslation("dashboard.period"),
                choice -> getTranslation("dashboard.span." + choice.name()),
                Stretch.MONTH,
                Stretch.WEEK,
                Stretch.YEAR,
                Stretch.OTHER);
        span.setItems(Stretch.WEEK, Stretch.MONTH, Stretch.YEAR, Stretch.OTHER);
        addClassNames("relais-page", "relais-dashboard");
        live.addClassName("relais-dashboard-live");
        place.setAriaLabel(getTranslation("dashboard.place"));
        place.setItemLabelGenerator(this::label);
        place.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                ask();
            }
        });
        span.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != Stretch.OTHER) {
                var today = today();
                var period = Period.ending(today, event.getValue().days);
                from.setValue(period.from());
                to.setValue(period.to());
                ask();
            } else if (event.isFromClient()) {
                from.focus();
            }
        });
        errors.register("from", from).register("to", to);
        for (var field : List.of(from, to)) {
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    ask();
                }
            });
        }
        var print = new Button(getTranslation("dashboard.print"), Glyph.PRINTER.create());
        print.addClickListener(_ -> UI.getCurrentOrThrow().getPage().executeJs("window.print()"));
        print.addClassName("relais-no-print");
        export.addClickListener(_ -> export());
        export.setDisableOnClick(true);
        export.addClassName("relais-no-print");
        file.addClassName("relais-dashboard-file");
        var filters = new Div(live, span, from, to, place, print, export, file);
        filters.addClassName("relais-dashboard-filters");
        var header = new PageHeader(getTranslation("dashboard.title"), "", filters);
        printed.addClassName("relais-dashboard-printed");
        present.addClassName("relais-dashboard-present");
        past.addClassName("relais-dashboard-past");
        add(header, printed, present, past);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dashboard.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var reports = desk.reports(null);
        centres = desk.dashboards().centres(reports);
        if (centres.isEmpty()) {
            present.removeAll();
            past.removeAll();
            present.add(new EmptyState(
                    getTranslation("dashboard.no-centre.title"), getTranslation("dashboard.no-centre.text"), null));
            return;
        }
        var choices = new ArrayList<Place>();
        choices.add(new Place(null, null));
        for (var centre : centres) {
            choices.add(new Place(centre, null));
            centre.units().forEach(unit -> choices.add(new Place(centre, unit)));
        }
        place.setItems(choices);
        errors.clear();
        try {
            show(DashboardAddress.read(event.getLocation().getQueryParameters(), today()));
        } catch (InvalidInput refused) {
            place.setValue(choices.getFirst());
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("from")
                    .flatMap(DashboardView::day)
                    .ifPresent(from::setValue);
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("to")
                    .flatMap(DashboardView::day)
                    .ifPresent(to::setValue);
            span.setValue(Stretch.OTHER);
            refuse(refused);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        subscription = desk.news().listen(() -> {
            var _ = ui.access(this::again);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var listening = subscription;
        if (listening != null) {
            listening.end();
            subscription = null;
        }
        super.onDetach(event);
    }

    private void show(DashboardFilter asked) {
        filter = asked;
        from.setValue(asked.period().from());
        to.setValue(asked.period().to());
        span.setValue(Stretch.of(asked.period(), today()));
        place.setValue(chosen(asked));
        // The fields are not on paper, what they say is
        printed.setText(getTranslation("dashboard.printed", label(place.getValue()), words.period(asked.period())));
        past.removeAll();
        try {
            page = desk.dashboards().page(desk.reports(asked), asked);
        } catch (InvalidInput refused) {
            refuse(refused);
            return;
        }
        setClassName("relais-dashboard-dense", rows(page) > ROWS_ON_PAPER);
        var figures = new FigurePanels(asked, page, words);
        readPresent(asked, figures);
        page.closed()
                .forEach(centre -> past.add(new NoticeBar(
                        Severity.INFO,
                        getTranslation("dashboard.closed", centre.name()),
                        getTranslation("dashboard.closed.text"))));
        past.add(figures.all());
    }

    private static int rows(DashboardPage page) {
        return page.centres().stream()
                .mapToInt(centre -> 1 + centre.units().size())
                .sum();
    }

    // What was shown stays nowhere beside a refused question: a number under other dates would be believed
    private void refuse(RelaisException refused) {
        filter = null;
        page = null;
        present.removeAll();
        past.removeAll();
        errors.show(refused);
        var text = new EmptyState(
                getTranslation("dashboard.refused.title"), getTranslation(refused.key(), refused.arguments()), null);
        present.add(text);
    }

    private void readPresent(DashboardFilter asked, FigurePanels figures) {
        var at = clock.instant();
        var now = desk.dashboards().present(desk.reports(asked), desk.people(), asked);
        var known = page;
        if (known == null) {
            return;
        }
        var panels = new PresentPanels(asked, known.centres(), now, at, words);
        var tiles = new Div();
        tiles.addClassName("relais-dashboard-tiles");
        panels.tiles().forEach(tiles::add);
        figures.tiles().forEach(tiles::add);
        var three = new Div(panels.occupancyByUnit(), panels.waitingByAge(), figures.atExit());
        three.addClassName("relais-dashboard-three");
        var trend = TrendPanel.of(asked, known, words);
        trend.beforeFile(() -> desk.dashboards().exported(desk.reports(asked), asked, "trend"));
        var two = new Div(trend, panels.byCentre());
        two.addClassName("relais-dashboard-two");
        present.removeAll();
        present.add(tiles, three, two);
        live.setText("");
        var dot = new Span();
        dot.addClassName("relais-dashboard-dot");
        var zone = known.centres().getFirst().serviceDay().zone();
        live.removeAll();
        live.add(dot, new Span(getTranslation("dashboard.live", new Formats(getLocale(), zone).time(at))));
    }

    // The file is made before it is offered, so that a refusal is said here and no empty file comes
    private void export() {
        var asked = filter;
        if (asked != null) {
            errors.run(() -> {
                var reports = desk.reports(asked);
                var content = FigureFiles.figures(asked, desk.dashboards().page(reports, asked), words);
                desk.dashboards().exported(reports, asked, "figures");
                file.setHref(SafeDownload.of(
                        getTranslation(
                                "dashboard.file.name",
                                asked.period().from().toString(),
                                asked.period().to().toString()),
                        "text/csv; charset=utf-8",
                        out -> out.write(content)));
                file.getElement().executeJs("this.click()");
            });
        }
        export.setEnabled(true);
    }

    // Read again only by whoever may still see it; a role taken away ends it with the next look
    private void again() {
        var asked = filter;
        var known = page;
        if (asked == null
                || known == null
                || reading
                || !isAttached()
                || current.find().isEmpty()) {
            return;
        }
        reading = true;
        try {
            readPresent(asked, new FigurePanels(asked, known, words));
        } catch (RelaisException ended) {
            refuse(ended);
        } finally {
            reading = false;
        }
    }

    private void ask() {
        errors.clear();
        var first = from.getValue();
        var last = to.getValue();
        var where = place.getValue();
        if (first == null || last == null || where == null) {
            return;
        }
        errors.run(() -> {
            var asked = new DashboardFilter(
                    where.centre() == null ? Set.of() : Set.of(where.centre().id()),
                    where.unit() == null ? null : where.unit().id(),
                    new Period(first, last));
            if (first.isAfter(today())) {
                throw new InvalidInput("from", "dashboard.error.future");
            }
            UI.getCurrentOrThrow().navigate(DashboardRoutes.DASHBOARD, DashboardAddress.write(asked));
        });
    }

    private Place chosen(DashboardFilter asked) {
        if (asked.centres().size() != 1) {
            return new Place(null, null);
        }
        var id = asked.centres().iterator().next();
        return centres.stream()
                .filter(centre -> centre.id().equals(id))
                .findFirst()
                .map(centre -> new Place(
                        centre,
                        asked.unit() == null ? null : centre.unit(asked.unit()).orElse(null)))
                .orElseGet(() -> new Place(null, null));
    }

    private String label(@Nullable Place choice) {
        if (choice == null || choice.centre() == null) {
            return getTranslation("dashboard.all-centres", centres.size());
        }
        return choice.unit() == null
                ? choice.centre().name()
                : getTranslation(
                        "dashboard.unit-of",
                        choice.unit().name(),
                        choice.centre().name());
    }

    private LocalDate today() {
        return desk.dashboards().today(desk.reports(null));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
