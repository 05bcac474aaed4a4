package org.relais.worklist;

import java.time.Instant;
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
        assertThat(DueGroup.of(due, NOW, PARIS)).isEqualTo(group);
    }

    @Test
    void today_is_the_service_day_of_the_centre() {
        var late = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.of(6, 0));
        var due = Instant.parse("2026-11-20T04:00:00Z");
        assertThat(DueGroup.of(due, NOW, late)).isEqualTo(DueGroup.LATER_TODAY);
        assertThat(DueGroup.of(due, NOW, PARIS)).isEqualTo(DueGroup.COMING_DAYS);
    }

    @Test
    void the_next_hour_goes_before_the_end_of_the_day() {
        var beforeMidnight = Instant.parse("2026-11-19T22:45:00Z");
        assertThat(DueGroup.of(beforeMidnight.plusSeconds(1800), beforeMidnight, PARIS))
                .isEqualTo(DueGroup.WITHIN_THE_HOUR);
    }
}
