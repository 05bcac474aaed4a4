package org.relais.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.relais.aftercare.AftercareRule.Contact;
import org.relais.shared.ServiceDay;

import static org.assertj.core.api.Assertions.assertThat;

/** The days of contacts against a calendar that is counted here day by day, with nothing of {@code java.time} in it. */
class AftercareWindowTests {

    private static final int[][] TERMS = {{1, 7, 7}, {3, 14, 14}, {6, 14, 14}, {12, 14, 14}};

    @Test
    void months_end_where_the_calendar_ends_them() {
        assertThat(due(LocalDate.of(2026, 1, 31), 1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(due(LocalDate.of(2028, 1, 31), 1)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(due(LocalDate.of(2028, 2, 29), 12)).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(due(LocalDate.of(2026, 11, 30), 3)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(due(LocalDate.of(2026, 12, 31), 6)).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(due(LocalDate.of(2100, 1, 30), 1)).isEqualTo(LocalDate.of(2100, 2, 28));
    }

    @Test
    void every_window_of_four_hundred_years_is_where_a_calendar_counted_by_hand_has_it() {
        var random = new Random(20261122);
        for (var turn = 0; turn < 20_000; turn++) {
            var year = 1900 + random.nextInt(400);
            var month = 1 + random.nextInt(12);
            // The ends of months more often than they come
            var day = random.nextBoolean() ? length(year, month) - random.nextInt(3) : 1 + random.nextInt(28);
            var terms = TERMS[random.nextInt(TERMS.length)];
            var window = new Contact(terms[0], terms[1], terms[2]).after(LocalDate.of(year, month, day));
            var due = plusMonths(new int[] {year, month, day}, terms[0]);
            assertThat(window.due().toString())
                    .as("%d-%d-%d and %d months", year, month, day, terms[0])
                    .isEqualTo(text(due));
            assertThat(window.from().toString()).isEqualTo(text(plusDays(due, -terms[1])));
            assertThat(window.until().toString()).isEqualTo(text(plusDays(due, terms[2])));
        }
    }

    @Test
    void an_exit_at_night_counts_from_the_service_day_of_its_centre() {
        var at = Instant.parse("2026-12-31T23:30:00Z");
        var paris = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.of(7, 0));
        var stockholm = new ServiceDay(ZoneId.of("Europe/Stockholm"), LocalTime.MIDNIGHT);
        var ponta = new ServiceDay(ZoneId.of("Atlantic/Azores"), LocalTime.MIDNIGHT);
        assertThat(due(paris.of(at), 1)).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(due(stockholm.of(at), 1)).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(due(ponta.of(at), 1)).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void late_begins_with_the_service_day_after_the_window_in_every_zone() {
        var random = new Random(7);
        var zones = new String[] {
            "Europe/Paris", "Europe/Stockholm", "Atlantic/Azores", "America/Toronto", "Pacific/Auckland"
        };
        for (var turn = 0; turn < 2_000; turn++) {
            var day = new ServiceDay(ZoneId.of(zones[turn % zones.length]), LocalTime.of(random.nextInt(8), 0));
            var exit = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
            var terms = TERMS[random.nextInt(TERMS.length)];
            var until = new Contact(terms[0], terms[1], terms[2]).after(exit).until();
            var end = day.endOf(until);
            assertThat(day.daysUntil(until, end)).as("the last second").isZero();
            assertThat(day.daysUntil(until, end.plusSeconds(1)))
                    .as("the next one")
                    .isEqualTo(-1);
            var late = 1 + random.nextInt(400);
            var counted = plusDays(new int[] {until.getYear(), until.getMonthValue(), until.getDayOfMonth()}, late);
            var noon = LocalDate.of(counted[0], counted[1], counted[2])
                    .atTime(12, 0)
                    .atZone(day.zone())
                    .toInstant();
            assertThat(day.daysUntil(until, noon)).isEqualTo(-late);
        }
    }

    private static LocalDate due(LocalDate exit, int months) {
        return new Contact(months, 0, 0).after(exit).due();
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int[] plusMonths(int[] date, int months) {
        var year = date[0];
        var month = date[1];
        for (var n = 0; n < months; n++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        return new int[] {year, month, Math.min(date[2], length(year, month))};
    }

    private static int[] plusDays(int[] date, int days) {
        var year = date[0];
        var month = date[1];
        var day = date[2];
        for (var n = 0; n < Math.abs(days); n++) {
            day += days > 0 ? 1 : -1;
            if (day == 0) {
                month--;
                if (month == 0) {
                    month = 12;
                    year--;
                }
                day = length(year, month);
            } else if (day > length(year, month)) {
                day = 1;
                month++;
                if (month == 13) {
                    month = 1;
                    year++;
                }
            }
        }
        return new int[] {year, month, day};
    }

    private static String text(int[] date) {
        return "%04d-%02d-%02d".formatted(date[0], date[1], date[2]);
    }
}
