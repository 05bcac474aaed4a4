package org.relais.browser;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.Chart;
import org.relais.uikit.ChartModel;
import org.relais.uikit.ChartModel.Category;
import org.relais.uikit.ChartModel.Kind;
import org.relais.uikit.ChartModel.Point;
import org.relais.uikit.ChartModel.Series;
import org.relais.uikit.ChartModel.Target;
import org.relais.uikit.ChartModel.Unit;

/** One chart of each kind. Only tests give it an address. */
@PermitAll
public final class ChartBench extends Main implements BeforeEnterObserver {

    static final String PATH = "chart-bench";

    private static final int[] RETENTION = {70, 71, 69, 72, 74, 73, 75, 74, 76, 77, 77, 78};
    private static final int[] DETOX = {62, 60, 64, 63, 66, 65, 61, 68, 70, 69, 72, 71};
    private static final List<String> MONTHS = List.of(
            "décembre 2025",
            "janvier 2026",
            "février 2026",
            "mars 2026",
            "avril 2026",
            "mai 2026",
            "juin 2026",
            "juillet 2026",
            "août 2026",
            "septembre 2026",
            "octobre 2026",
            "novembre 2026");
    private static final List<String> SHORT =
            List.of("déc.", "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.");

    private final Span opened = new Span();

    public ChartBench() {
        addClassName("chart-bench");
        opened.setId("opened");
        opened.addClassName("relais-visually-hidden");
        var charts = new Div(
                chart("line", line()),
                chart("bars", bars()),
                chart("stacked", stacked()),
                chart("columns", columns()),
                chart("empty", empty()));
        charts.getStyle()
                .set("display", "grid")
                .set("grid-template-columns", "1fr 1fr")
                .set("gap", "12px")
                .set("padding", "16px");
        add(new H1("Graphiques"), opened, charts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened.setText(event.getLocation().getQueryParameters().getQueryString());
    }

    static ChartModel line() {
        return new ChartModel(
                "Rétention et sevrages, 12 mois",
                Kind.LINE,
                Unit.PERCENT,
                "Mois",
                "n. d.",
                IntStream.range(0, 12)
                        .mapToObj(month -> Category.of(SHORT.get(month), MONTHS.get(month)))
                        .toList(),
                List.of(
                        new Series("Rétention 90 j", points("retention", RETENTION, -1)),
                        new Series("Sevrages", points("detox", DETOX, 3))),
                new Target("cible 70\u00a0%", new BigDecimal("70")),
                null);
    }

    static ChartModel bars() {
        var names = List.of(
                "Droits ouverts",
                "Suivi santé engagé",
                "Logement stable",
                "Formation ou emploi",
                "Lien familial renoué");
        var now = new String[] {"83", "68", "41", "27", null};
        var before = new String[] {"79", "61", "44", "22", "33"};
        var points = new ArrayList<Point>();
        for (int at = 0; at < names.size(); at++) {
            points.add(new Point(number(now[at]), null, number(before[at]), link("bars", at)));
        }
        return new ChartModel(
                "Réinsertion à la sortie",
                Kind.BARS,
                Unit.PERCENT,
                "Domaine",
                "n. d.",
                names.stream().map(Category::of).toList(),
                List.of(new Series("À la sortie", points)),
                null,
                "période précédente");
    }

    static ChartModel stacked() {
        var centres = List.of("Les Tilleuls", "Port-Vauban", "Grand-Pré", "La Passerelle");
        var categories = new ArrayList<Category>();
        for (var centre : centres) {
            categories.add(new Category(centre, "", centre, link("waiting", categories.size())));
        }
        return new ChartModel(
                "Liste d’attente",
                Kind.STACKED_BARS,
                Unit.COUNT,
                "Centre",
                "n. d.",
                categories,
                List.of(
                        new Series("0–7 j", points("week", new int[] {4, 2, 2, 2}, -1)),
                        new Series("8–14 j", points("fortnight", new int[] {3, 3, 2, 0}, -1)),
                        new Series("15 j et plus", points("longer", new int[] {2, 3, 0, 0}, -1))),
                null,
                null);
    }

    static ChartModel columns() {
        return new ChartModel(
                "Délais, jours",
                Kind.COLUMNS,
                Unit.DAYS,
                "Centre",
                "n. d.",
                List.of(Category.of("Les Tilleuls"), Category.of("Port-Vauban"), Category.of("Grand-Pré")),
                List.of(
                        new Series("Vers un logement", points("housing", new int[] {74, 91, 60}, -1)),
                        new Series("Vers un droit", points("right", new int[] {31, 18, 44}, 1))),
                new Target("cible 60\u00a0j", new BigDecimal("60")),
                null);
    }

    private static ChartModel empty() {
        return new ChartModel(
                "Rien encore",
                Kind.LINE,
                Unit.COUNT,
                "Mois",
                "n. d.",
                List.of(Category.of("déc.")),
                List.of(new Series("A", List.of(Point.gap()))),
                null,
                null);
    }

    private static Chart chart(String id, ChartModel model) {
        var chart = new Chart(model);
        chart.setId(id);
        return chart;
    }

    private static List<Point> points(String name, int[] values, int gap) {
        return IntStream.range(0, values.length)
                .mapToObj(at -> at == gap ? Point.gap() : Point.of(BigDecimal.valueOf(values[at]), link(name, at)))
                .toList();
    }

    private static String link(String name, int at) {
        return PATH + "?" + name + "=" + at;
    }

    private static @Nullable BigDecimal number(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
