package org.relais.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.shared.ServiceDay;

import static org.assertj.core.api.Assertions.assertThat;

/** How close something due is, by the centre's own day. */
class DueGroupTests {

    private static final ServiceDay PARIS = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.MIDNIGHT);

    private static final Instant NOW = Instant.parse("2026-11-19T13:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T13:29:59.999999Z, OVERDUE",
        "2026-11-19T13:30:00Z, WITHIN_THE_HOUR",
        "2026-11-19T14:30:00Z, WITHIN_THE_HOUR",
        "2026-11-19T14:30:00.000001Z, LATER_TODAY",
        "2026-11-19T22:59:59Z, LATER_TODAY",
        "2026-11-19T23:00:00Z, COMING_DAYS",
        "2026-11-01T00:00:00Z, OVERDUE"
    })
    void a_due_time_falls_into_one_group(Instant due, DueGroup group) {
        assertThat(DueGroup.of(due, null, NOW, PARIS)).isEqualTo(group);
    }

    @Test
    void today_is_the_service_day_of_the_centre() {
        var late = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.of(6, 0));
        var due = Instant.parse("2026-11-20T04:00:00Z");
        assertThat(DueGroup.of(due, null, NOW, late)).isEqualTo(DueGroup.LATER_TODAY);
        assertThat(DueGroup.of(due, null, NOW, PARIS)).isEqualTo(DueGroup.COMING_DAYS);
    }

    @Test
    void the_next_hour_goes_before_the_end_of_the_day() {
        var beforeMidnight = Instant.parse("2026-11-19T22:45:00Z");
        assertThat(DueGroup.of(beforeMidnight.plusSeconds(1800), null, beforeMidnight, PARIS))
                .isEqualTo(DueGroup.WITHIN_THE_HOUR);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-18, OVERDUE", "2026-11-19, LATER_TODAY", "2026-11-20, COMING_DAYS"})
    void what_is_due_on_a_day_is_late_when_the_day_is_over(LocalDate day, DueGroup group) {
        assertThat(DueGroup.of(PARIS.endOf(day), day, NOW, PARIS)).isEqualTo(group);
        assertThat(DueGroup.of(PARIS.endOf(day), day, PARIS.endOf(LocalDate.of(2026, 11, 19)), PARIS))
                .isEqualTo(group);
    }

    @Test
    void days_are_counted_from_service_day_to_service_day() {
        var day = LocalDate.of(2026, 11, 18);
        assertThat(PARIS.daysUntil(day, Instant.parse("2026-11-18T22:59:00Z"))).isZero();
        assertThat(PARIS.daysUntil(day, Instant.parse("2026-11-18T23:00:00Z"))).isEqualTo(-1);
        var late = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.of(6, 0));
        assertThat(late.daysUntil(day, Instant.parse("2026-11-19T04:59:00Z"))).isZero();
        assertThat(late.endOf(day)).isEqualTo(Instant.parse("2026-11-19T04:59:59Z"));
    }
}
