package org.relais.uikit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CsvLine;

/**
 * The numbers of a chart as a file for a spreadsheet: the same rows and columns as its table. Texts cannot become
 * formulas; numbers stand without quotes and with a point, whatever the reader's language, and a gap is an empty cell.
 */
final class ChartCsv {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ChartCsv() {}

    /** The whole file. */
    static String of(ChartModel model, ChartWords words) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        var heads = new ArrayList<String>();
        heads.add(model.axis());
        for (var column : ChartColumn.of(model, words)) {
            heads.add(words.withUnit(column.head()));
        }
        text.append(CsvLine.of(heads));
        for (int row = 0; row < model.categories().size(); row++) {
            var category = row;
            text.append(line(
                    model.categories().get(row).full(),
                    ChartColumn.of(model, words).stream()
                            .map(column -> column.number(model, category))
                            .map(ChartCsv::number)
                            .toList()));
        }
        var target = model.target();
        if (target != null) {
            text.append(line(
                    target.name(),
                    ChartColumn.of(model, words).stream()
                            .map(column -> column.hasTarget() ? number(target.value()) : "")
                            .toList()));
        }
        return text.toString();
    }

    private static String line(String name, List<String> numbers) {
        return numbers.stream().collect(Collectors.joining(";", CsvLine.cell(name) + ";", "\r\n"));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
