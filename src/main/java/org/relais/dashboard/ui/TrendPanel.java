package org.relais.dashboard.ui;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.UI;

import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardPage;
import org.relais.indicator.CountedPart;
import org.relais.indicator.Period;
import org.relais.uikit.Chart;
import org.relais.uikit.ChartModel;

/** Retention and completed withdrawals over twelve months; a month of retention is that in which its cohort began. */
final class TrendPanel {

    private static final List<String> SHOWN = List.of("K4", "K3");

    private TrendPanel() {}

    static Chart of(DashboardFilter filter, DashboardPage page, FigureWords words) {
        var locale = UI.getCurrentOrThrow().getLocale();
        var categories = new ArrayList<ChartModel.Category>();
        page.months().keySet().forEach(month -> categories.add(category(month, locale)));
        var series = new ArrayList<ChartModel.Series>();
        for (var code : SHOWN) {
            var rule = page.definition(code).orElseThrow();
            var points = new ArrayList<ChartModel.Point>();
            page.months().forEach((month, sheet) -> {
                var percent = sheet.of(code).percent();
                points.add(
                        percent == null
                                ? ChartModel.Point.gap()
                                : ChartModel.Point.of(
                                        percent,
                                        DashboardAddress.list(
                                                new DashboardFilter(
                                                        filter.centres(), filter.unit(), cohort(month, rule.lagDays())),
                                                code,
                                                CountedPart.DENOMINATOR)));
            });
            series.add(new ChartModel.Series(words.name(code), points));
        }
        return new Chart(new ChartModel(
                FigureWords.text("dashboard.trend.title"),
                ChartModel.Kind.LINE,
                ChartModel.Unit.PERCENT,
                FigureWords.text("dashboard.month"),
                FigureWords.text("dashboard.none"),
                categories,
                series,
                null,
                null));
    }

    private static ChartModel.Category category(LocalDate month, Locale locale) {
        return ChartModel.Category.of(
                month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + month.getYear());
    }

    // The list takes the lag off again, and so comes to the month of the cohort
    private static Period cohort(LocalDate month, int lag) {
        return new Period(month.plusDays(lag), month.plusMonths(1).minusDays(1).plusDays(lag));
    }
}
