package org.relais.dashboard.ui;

import java.util.LinkedHashMap;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.dashboard.DashboardRoutes;
import org.relais.indicator.IndicatorRule;
import org.relais.indicator.NetworkYear;
import org.relais.shared.InvalidInput;
import org.relais.staff.Roles;
import org.relais.uikit.Chart;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SafeDownload;
import org.relais.uikit.WidePage;

/**
 * The figures of all centres for an auditor, over a calendar year: without small counts, without lists and without
 * names. A coordinator sees their own centres exactly, and never this.
 */
@Route(DashboardRoutes.NETWORK)
@Menu(title = "dashboard.network.menu", order = 89, icon = "layout-dashboard")
@RolesAllowed(Roles.AUDITOR)
class NetworkView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    private static final String YEAR = "year";
    private static final String INDICATOR = "indicator";

    /** With more centres than these, the sheet is printed smaller. */
    private static final int CENTRES_ON_PAPER = 8;

    private final transient DashboardDesk desk;
    private final transient FigureWords words;
    private final PageHeader header;
    private final Select<Integer> year = new Select<>();
    private final Select<IndicatorRule> indicator = new Select<>();
    private final Button export = new Button(getTranslation("dashboard.export"), Glyph.DOWNLOAD.create());
    private final Anchor file = new Anchor();
    private final Paragraph printed = new Paragraph();
    private final Div body = new Div();
    private final transient FieldErrors errors = new FieldErrors();
    private transient @Nullable NetworkYear page;

    NetworkView(DashboardDesk desk) {
        this.desk = desk;
        this.words = new FigureWords(getLocale());
        addClassNames("relais-page", "relais-dashboard", "relais-network");
        year.setLabel(getTranslation("dashboard.network.choose-year"));
        year.setItemLabelGenerator(String::valueOf);
        indicator.setLabel(getTranslation("dashboard.column.indicator"));
        indicator.setItemLabelGenerator(rule -> rule == null ? "" : words.name(rule.code()));
        for (var choice : List.of(year, indicator)) {
            choice.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    ask();
                }
            });
        }
        errors.register(YEAR, year);
        var print = new Button(getTranslation("dashboard.print"), Glyph.PRINTER.create());
        print.addClickListener(_ -> UI.getCurrentOrThrow().getPage().executeJs("window.print()"));
        print.addClassName("relais-no-print");
        export.addClickListener(_ -> export());
        export.setDisableOnClick(true);
        export.addClassName("relais-no-print");
        file.addClassName("relais-dashboard-file");
        var filters = new Div(indicator, year, print, export, file);
        filters.addClassName("relais-dashboard-filters");
        header = new PageHeader(getTranslation("dashboard.network.title"), "", filters);
        body.addClassName("relais-network-body");
        printed.addClassName("relais-dashboard-printed");
        add(header, printed, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dashboard.network.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        errors.clear();
        body.removeAll();
        page = null;
        var scope = desk.control(null);
        year.setItems(desk.network().years(scope));
        try {
            var asked = parameters
                    .getSingleParameter(YEAR)
                    .map(NetworkView::number)
                    .orElseGet(() -> desk.network().latest(scope));
            show(
                    desk.network().year(desk.control(String.valueOf(asked)), asked),
                    parameters.getSingleParameter(INDICATOR).orElse(""));
        } catch (InvalidInput refused) {
            errors.show(refused);
            body.add(new EmptyState(
                    getTranslation("dashboard.refused.title"),
                    getTranslation(refused.key(), refused.arguments()),
                    null));
        }
    }

    private void show(NetworkYear shown, String code) {
        page = shown;
        year.setValue(shown.year());
        var asOf = shown.asOf();
        header.setSubtitle(
                asOf == null || shown.centres().isEmpty()
                        ? getTranslation(
                                "dashboard.network.centres", shown.centres().size())
                        : getTranslation(
                                "dashboard.network.subtitle",
                                shown.centres().size(),
                                new Formats(
                                                getLocale(),
                                                shown.centres()
                                                        .getFirst()
                                                        .serviceDay()
                                                        .zone())
                                        .dateTime(asOf)));
        var rule = shown.rule();
        var explained = new Paragraph(
                Glyph.EYE_OFF.create(),
                new Span(getTranslation("dashboard.network.explained", rule.smallestShown() - 1)),
                new Span(getTranslation(
                        rule.rule().approved() ? "dashboard.definition.approved" : "dashboard.definition.not-approved",
                        getTranslation("dashboard.network.rule"),
                        rule.rule().version(),
                        rule.rule().source())));
        explained.addClassNames("relais-meta", "relais-network-explained");
        body.add(explained);
        var offered = shown.definitions().stream()
                .filter(one -> shown.tables().containsKey(one.code()))
                .toList();
        indicator.setItems(offered);
        if (offered.isEmpty()) {
            body.add(new EmptyState(
                    getTranslation("dashboard.network.nothing"), getTranslation("dashboard.not-available"), null));
            return;
        }
        // An indicator of an old address that is counted no more: the first one, and the choice says which
        var chosen = offered.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(offered.getFirst());
        indicator.setValue(chosen);
        printed.setText(
                getTranslation("dashboard.network.printed", words.name(chosen.code()), String.valueOf(shown.year())));
        var panels = new NetworkPanels(shown, chosen, words, getLocale());
        var charts = new Div(file(panels.course(), shown), file(panels.comparison(), shown));
        charts.addClassName("relais-network-charts");
        var two = new Div(panels.all(), charts);
        two.addClassName("relais-network-two");
        setClassName("relais-dashboard-dense", panels.centres() > CENTRES_ON_PAPER);
        body.add(two, panels.byQuarter(), panels.byMonth());
    }

    private void ask() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (year.getValue() != null) {
            parameters.put(YEAR, List.of(String.valueOf(year.getValue())));
        }
        if (indicator.getValue() != null) {
            parameters.put(INDICATOR, List.of(indicator.getValue().code()));
        }
        UI.getCurrentOrThrow().navigate(DashboardRoutes.NETWORK, new QueryParameters(parameters));
    }

    // Read again, since rights may have changed; made before it is offered, so that a refusal is said here
    private void export() {
        var shown = page;
        if (shown != null) {
            try {
                errors.run(() -> {
                    var scope = desk.control(String.valueOf(shown.year()));
                    var content = NetworkFile.of(desk.network().year(scope, shown.year()), words);
                    desk.network().exported(scope, shown.year());
                    file.setHref(SafeDownload.of(
                            getTranslation("dashboard.network.file", String.valueOf(shown.year())),
                            "text/csv; charset=utf-8",
                            out -> out.write(content)));
                    file.getElement().executeJs("this.click()");
                });
            } finally {
                export.setEnabled(true);
            }
        }
    }

    // The numbers of a chart leave as those of the year do
    private Chart file(Chart chart, NetworkYear shown) {
        chart.beforeFile(() -> desk.network().exported(desk.control(String.valueOf(shown.year())), shown.year()));
        return chart;
    }

    private static int number(String asked) {
        try {
            return Integer.parseInt(asked);
        } catch (NumberFormatException notAYear) {
            throw new InvalidInput(YEAR, "indicator.network.error.year");
        }
    }
}
