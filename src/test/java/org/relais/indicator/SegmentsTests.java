package org.relais.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is added and taken off leaves every day of a period once, in whole months and few days. */
class SegmentsTests {

    @Test
    void every_day_is_covered_once() {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++) {
            var from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
            var period = new Period(from, from.plusDays(random.nextInt(500)));
            var segments = Segments.of(period);
            var days = new ArrayList<LocalDate>();
            segments.whole().forEach(whole -> {
                assertThat(whole.from().getDayOfMonth()).isEqualTo(1);
                assertThat(whole.to().plusDays(1).getDayOfMonth()).isEqualTo(1);
                days.addAll(days(whole));
            });
            segments.edges().forEach(edge -> days.addAll(days(edge)));
            segments.beyond()
                    .forEach(
                            stretch -> assertThat(days.removeAll(days(stretch))).isTrue());
            assertThat(days).containsExactlyInAnyOrderElementsOf(days(period));
            assertThat(segments.whole().size()).isLessThanOrEqualTo(1);
            assertThat(Stream.concat(segments.edges().stream(), segments.beyond().stream()))
                    .hasSizeLessThanOrEqualTo(2)
                    .allSatisfy(stretch -> assertThat(stretch.days()).isLessThanOrEqualTo(16));
        }
    }

    private static List<LocalDate> days(Period period) {
        return period.from().datesUntil(period.to().plusDays(1)).toList();
    }

    @Test
    void a_period_ends_after_it_begins_and_is_not_endless() {
        var day = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> new Period(day, day.minusDays(1)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.field()).isEqualTo("to");
                    assertThat(refused.key()).isEqualTo("indicator.error.order");
                });
        assertThatThrownBy(() -> new Period(day.minusYears(11), day)).isInstanceOf(InvalidInput.class);
        assertThat(new Period(day, day).days()).isEqualTo(1);
        assertThat(Period.ending(day, 30).before()).isEqualTo(Period.ending(day.minusDays(30), 30));
    }
}
