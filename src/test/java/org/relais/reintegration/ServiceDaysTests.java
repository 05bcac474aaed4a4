package org.relais.reintegration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import org.relais.shared.ServiceDay;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How late something is, counted in days of the centre, against a count of its own: by the civil calendar's arithmetic on
 * whole numbers, and by walking from day to day.
 */
class ServiceDaysTests {

    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "Europe/Stockholm",
            "America/Cayenne",
            "Indian/Reunion",
            "Pacific/Noumea",
            "Pacific/Apia",
            "America/St_Johns",
            "Pacific/Kiritimati",
            "Pacific/Niue");

    @Test
    void days_late_agree_with_an_independent_count_in_every_zone_and_over_every_year_end() {
        var random = new SplittableRandom(20261122);
        for (var run = 0; run < 20_000; run++) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var cutOff = LocalTime.of(random.nextInt(0, 7), random.nextInt(0, 60));
            var now = Instant.ofEpochSecond(random.nextLong(
                    Instant.parse("2019-12-28T00:00:00Z").getEpochSecond(),
                    Instant.parse("2033-01-04T00:00:00Z").getEpochSecond()));
            var due = LocalDate.of(random.nextInt(2019, 2034), random.nextInt(1, 13), random.nextInt(1, 29));
            var local = now.atZone(zone);
            var before = local.getHour() * 60 + local.getMinute() < cutOff.getHour() * 60 + cutOff.getMinute();
            var today = dayNumber(local.getYear(), local.getMonthValue(), local.getDayOfMonth()) - (before ? 1 : 0);
            var expected = dayNumber(due.getYear(), due.getMonthValue(), due.getDayOfMonth()) - today;
            assertThat(new ServiceDay(zone, cutOff).daysUntil(due, now))
                    .as("%s, day from %s, now %s, due %s", zone, cutOff, now, due)
                    .isEqualTo((int) expected);
        }
    }

    @Test
    void a_day_is_late_from_the_first_second_after_it_and_not_before() {
        for (var name : ZONES) {
            for (var cutOff : List.of(LocalTime.MIDNIGHT, LocalTime.of(6, 0))) {
                var day = new ServiceDay(ZoneId.of(name), cutOff);
                for (var due = LocalDate.of(2026, 12, 25);
                        due.isBefore(LocalDate.of(2027, 1, 7));
                        due = due.plusDays(1)) {
                    assertThat(day.daysUntil(due, day.endOf(due))).as(name).isZero();
                    assertThat(day.daysUntil(due, day.endOf(due).plusSeconds(1)))
                            .as(name)
                            .isEqualTo(-1);
                    assertThat(day.daysUntil(due, day.startOf(due))).as(name).isZero();
                    assertThat(day.daysUntil(due, day.startOf(due).minusSeconds(1)))
                            .as(name)
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void lateness_grows_by_one_a_day_across_the_clock_changes_and_the_year_end() {
        var day = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.of(2, 30));
        var due = LocalDate.of(2026, 10, 1);
        var late = 0;
        for (var date = due; date.isBefore(LocalDate.of(2027, 5, 1)); date = date.plusDays(1)) {
            assertThat(day.daysUntil(due, day.startOf(date))).as("%s", date).isEqualTo(-late);
            late++;
        }
    }

    /** The number of a day, counted from the first of March of the year 0 (a count of its own, without java.time). */
    private static long dayNumber(int year, int month, int day) {
        long shifted = month > 2 ? year : year - 1L;
        long fromMarch = month > 2 ? month - 3L : month + 9L;
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * fromMarch + 2) / 5 + day - 1;
    }
}
