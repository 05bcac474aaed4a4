package org.relais.uikit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.shared.CsvLineTests;
import org.relais.uikit.ChartModel.Category;
import org.relais.uikit.ChartModel.Kind;
import org.relais.uikit.ChartModel.Point;
import org.relais.uikit.ChartModel.Series;
import org.relais.uikit.ChartModel.Target;
import org.relais.uikit.ChartModel.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a chart may be made of, and the file that is made of it. */
class ChartModelTests {

    @Test
    void every_series_has_one_point_for_each_category() {
        assertRefused(Kind.LINE, List.of(new Series("A", List.of(number("1")))));
    }

    @Test
    void plain_bars_show_one_series() {
        assertRefused(Kind.BARS, List.of(pair("A", "1", "2"), pair("B", "1", "2")));
    }

    @Test
    void more_than_four_series_are_refused() {
        assertRefused(
                Kind.LINE,
                List.of(
                        pair("A", "1", "2"),
                        pair("B", "1", "2"),
                        pair("C", "1", "2"),
                        pair("D", "1", "2"),
                        pair("E", "1", "2")));
    }

    @Test
    void bars_begin_at_zero_and_lines_need_not() {
        assertRefused(Kind.COLUMNS, List.of(pair("A", "-1", "2")));
        assertThat(model(Kind.LINE, List.of(pair("A", "-1", "2")), null).isEmpty())
                .isFalse();
    }

    @Test
    void a_mark_of_an_earlier_period_has_a_name_and_a_bar() {
        var marked = List.of(new Series(
                "A",
                List.of(new Point(BigDecimal.ONE, null, BigDecimal.TWO, null), new Point(null, null, null, null))));
        assertRefused(Kind.BARS, marked);
        assertThatThrownBy(() -> model(Kind.LINE, marked, "before")).isInstanceOf(IllegalArgumentException.class);
        assertThat(model(Kind.BARS, marked, "before").hasPrevious()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "https://elsewhere.example/", "//elsewhere.example/x", "/people", "data:x"
            })
    void an_address_never_leaves_the_portal(String address) {
        assertThatThrownBy(() -> Point.of(BigDecimal.ONE, address)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Category("A", "", "A", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gaps_are_no_zeros() {
        var gaps = new Series("A", List.of(Point.gap(), Point.gap()));
        assertThat(model(Kind.LINE, List.of(gaps), null).isEmpty()).isTrue();
        var stacked = model(Kind.STACKED_BARS, List.of(gaps, new Series("B", List.of(number("3"), Point.gap()))), null);
        assertThat(stacked.isEmpty()).isFalse();
        assertThat(stacked.total(0)).isEqualByComparingTo("3");
        assertThat(stacked.total(1)).isNull();
    }

    @Test
    void the_file_writes_numbers_alike_in_every_language_and_no_formula() {
        var model = new ChartModel(
                "=cmd",
                Kind.LINE,
                Unit.PERCENT,
                "@Mois",
                "n. d.",
                List.of(Category.of("déc.", "décembre 2025"), Category.of("+jan", "=1+1;\"x\"")),
                List.of(
                        pair("-Rétention", "70.5", "-1234567.25"),
                        new Series("Sevrages", List.of(number("62"), Point.gap()))),
                new Target("cible 70 %", new BigDecimal("70")),
                null);
        for (var language : List.of("fr", "en", "sv")) {
            var file = ChartCsv.of(model, new ChartWords(Locale.of(language), model.unit()));
            assertThat(file).startsWith("\ufeff\"'@Mois\";\"'-Rétention (%)\";\"Sevrages (%)\"\r\n");
            var lines = file.split("\r\n");
            assertThat(lines)
                    .hasSize(4)
                    .contains("\"décembre 2025\";70.5;62", "\"'=1+1;\"\"x\"\"\";-1234567.25;", "\"cible 70 %\";70;70");
            assertThat(CsvLineTests.read(lines[2] + "\r\n")).containsExactly("'=1+1;\"x\"", "-1234567.25", "");
        }
    }

    @Test
    void the_file_of_parts_has_their_whole_and_the_period_before_its_column() {
        var stacked = model(Kind.STACKED_BARS, List.of(pair("A", "1", "2"), pair("B", "3", "4")), null);
        assertThat(ChartCsv.of(stacked, new ChartWords(Locale.ENGLISH, stacked.unit())))
                .isEqualTo("\ufeff\"Unit\";\"A\";\"B\";\"Total\"\r\n\"one\";1;3;4\r\n\"two\";2;4;6\r\n");
        var before = List.of(new Series(
                "A",
                List.of(
                        new Point(new BigDecimal("10"), "10 / 12", new BigDecimal("9"), null),
                        new Point(null, null, new BigDecimal("8"), null))));
        var bars = model(Kind.BARS, before, "before");
        assertThat(ChartCsv.of(bars, new ChartWords(Locale.ENGLISH, bars.unit())))
                .isEqualTo("\ufeff\"Unit\";\"A\";\"A, before\"\r\n\"one\";10;9\r\n\"two\";;8\r\n");
    }

    @Test
    void numbers_are_said_in_the_readers_language() {
        var number = new BigDecimal("1234.5");
        assertThat(new ChartWords(Locale.FRENCH, Unit.PERCENT).number(number)).isEqualTo("1\u00a0234,5\u00a0%");
        assertThat(new ChartWords(Locale.ENGLISH, Unit.PERCENT).number(number)).isEqualTo("1,234.5%");
        assertThat(new ChartWords(Locale.of("sv"), Unit.DAYS).number(number)).isEqualTo("1\u00a0234,5\u00a0d");
    }

    private static void assertRefused(Kind kind, List<Series> series) {
        assertThatThrownBy(() -> model(kind, series, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChartModel model(Kind kind, List<Series> series, @Nullable String previousName) {
        var categories = List.of(Category.of("one"), Category.of("two"));
        return new ChartModel("Title", kind, Unit.COUNT, "Unit", "n/a", categories, series, null, previousName);
    }

    private static Series pair(String name, String first, String second) {
        return new Series(name, List.of(number(first), number(second)));
    }

    private static Point number(String number) {
        return Point.of(new BigDecimal(number));
    }
}
