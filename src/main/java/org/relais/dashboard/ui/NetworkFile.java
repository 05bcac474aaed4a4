package org.relais.dashboard.ui;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.indicator.CalendarSpan;
import org.relais.indicator.IndicatorRule;
import org.relais.indicator.NetworkCell;
import org.relais.indicator.NetworkTable;
import org.relais.indicator.NetworkYear;
import org.relais.shared.CsvLine;
import org.relais.shared.InvalidInput;

/**
 * The figures of all centres as a file for a spreadsheet, in the same form as those of one's own. What is hidden on the
 * screen has a line without numbers; what is not over yet has none.
 */
final class NetworkFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final NetworkYear page;
    private final FigureWords words;
    private final StringBuilder lines = new StringBuilder(BYTE_ORDER_MARK);

    private NetworkFile(NetworkYear page, FigureWords words) {
        this.page = page;
        this.words = words;
    }

    /**
     * Every indicator of a year, by centre and for all together.
     *
     * @throws InvalidInput when nothing was counted at all: an empty file would look like an answer
     */
    static byte[] of(NetworkYear page, FigureWords words) {
        if (page.tables().values().stream().allMatch(NetworkTable::isEmpty)) {
            throw new InvalidInput("export", "dashboard.error.nothing");
        }
        return new NetworkFile(page, words).write();
    }

    private byte[] write() {
        lines.append(CsvLine.of(List.of(
                        "code",
                        "indicator",
                        "centre",
                        "from",
                        "to",
                        "state",
                        "value",
                        "numerator",
                        "denominator",
                        "mean",
                        "ninth",
                        "before",
                        "rule")
                .stream()
                .map(column -> FigureWords.text("dashboard.file." + column))
                .toList()));
        for (var rule : page.definitions()) {
            if (page.tables().containsKey(rule.code())) {
                lines(rule, null);
                page.centres().forEach(centre -> lines(rule, centre));
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void lines(IndicatorRule rule, @Nullable Centre centre) {
        var id = centre == null ? null : centre.id();
        var table = Objects.requireNonNull(page.tables().get(rule.code()));
        var before = Objects.requireNonNull(page.before().get(rule.code()));
        for (var span : CalendarSpan.values()) {
            var cells = new ArrayList<String>();
            cells.add(CsvLine.cell(rule.code()));
            cells.add(CsvLine.cell(words.name(rule.code())));
            cells.add(CsvLine.cell(centre == null ? FigureWords.text("dashboard.network.together") : centre.name()));
            cells.add(span.in(page.year()).from().toString());
            cells.add(span.in(page.year()).to().toString());
            switch (table.cell(id, span)) {
                case NetworkCell.Open _ -> {
                    continue;
                }
                case NetworkCell.Hidden _ -> {
                    cells.add(CsvLine.cell(FigureWords.text("dashboard.network.hidden")));
                    cells.addAll(List.of("", "", "", "", ""));
                }
                case NetworkCell.Shown shown -> {
                    cells.add(CsvLine.cell(FigureWords.text("dashboard.network.shown")));
                    cells.add(plain(shown.value()));
                    cells.add(shown.mean() == null ? String.valueOf(shown.numerator()) : "");
                    cells.add(String.valueOf(shown.denominator()));
                    cells.add(plain(shown.mean()));
                    cells.add(shown.ninthDecile() == null ? "" : String.valueOf(shown.ninthDecile()));
                }
            }
            cells.add(before.cell(id, span) instanceof NetworkCell.Shown then ? plain(then.value()) : "");
            cells.add(CsvLine.cell(rule.code() + " v" + rule.rule().version()));
            lines.append(String.join(";", cells)).append("\r\n");
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
