package org.relais.dashboard.ui;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardPage;
import org.relais.indicator.Figure;
import org.relais.indicator.IndicatorRule;
import org.relais.shared.CsvLine;
import org.relais.shared.InvalidInput;

/** Figures as a file for a spreadsheet: UTF-8 with a mark, semicolons, days and numbers as every language reads them. */
final class FigureFiles {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private FigureFiles() {}

    /**
     * Every indicator of a period, with what was counted and the period before.
     *
     * @throws InvalidInput when nothing was counted at all: an empty file would look like an answer
     */
    static byte[] figures(DashboardFilter filter, DashboardPage page, FigureWords words) {
        var lines = new StringBuilder(BYTE_ORDER_MARK);
        lines.append(CsvLine.of(heads(
                "code", "indicator", "from", "to", "value", "numerator", "denominator", "count", "before", "rule")));
        var counted = false;
        for (var rule : page.definitions()) {
            var codes = new ArrayList<>(List.of(rule.code()));
            codes.addAll(rule.beside());
            for (var code : codes) {
                var figure = page.figures().of(code);
                if (page.available().getOrDefault(rule.code(), false)) {
                    counted |= figure.facts() > 0 || figure.denominator() > 0;
                    lines.append(line(filter, rule, code, figure, page.before().of(code), words));
                }
            }
        }
        if (!counted) {
            throw new InvalidInput("export", "dashboard.error.nothing");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(
            DashboardFilter filter, IndicatorRule rule, String code, Figure figure, Figure before, FigureWords words) {
        var period = filter.period().earlier(rule.lagDays());
        return String.join(
                        ";",
                        CsvLine.cell(code),
                        CsvLine.cell(words.name(code)),
                        period.from().toString(),
                        period.to().toString(),
                        plain(FigureWords.number(rule, figure)),
                        String.valueOf(figure.numerator()),
                        String.valueOf(figure.denominator()),
                        String.valueOf(figure.facts()),
                        plain(FigureWords.number(rule, before)),
                        CsvLine.cell(rule.code() + " v" + rule.rule().version()))
                + "\r\n";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static List<String> heads(String... columns) {
        return List.of(columns).stream()
                .map(column -> FigureWords.text("dashboard.file." + column))
                .toList();
    }
}
