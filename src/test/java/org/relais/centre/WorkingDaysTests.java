package org.relais.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.relais.shared.CentreId;
import org.relais.shared.ServiceDay;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTests {

    private final WorkingDays days = new WorkingDays();

    @Test
    void a_weekend_does_not_count() {
        // A Friday noon in Paris
        assertThat(days.after(centre("FR"), Instant.parse("2026-11-20T11:00:00Z"), 2))
                .isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void the_holidays_of_the_country_do_not_count() {
        // Before the fourteenth of July, and before Midsummer Eve's Saturday
        assertThat(days.after(centre("FR"), Instant.parse("2026-07-13T11:00:00Z"), 1))
                .isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(days.after(centre("SE"), Instant.parse("2026-07-13T11:00:00Z"), 1))
                .isEqualTo(LocalDate.of(2026, 7, 14));
        assertThat(days.isWorkingDay(centre("SE"), LocalDate.of(2026, 6, 6))).isFalse();
        assertThat(days.isWorkingDay(centre("SE"), LocalDate.of(2025, 6, 6))).isFalse();
        assertThat(days.isWorkingDay(centre("DEFAULT"), LocalDate.of(2025, 6, 6)))
                .isTrue();
    }

    @Test
    void the_day_begins_at_the_cut_off_of_the_centre() {
        // One in the morning still belongs to the Thursday before
        assertThat(days.after(centre("FR"), Instant.parse("2026-11-20T00:00:00Z"), 1))
                .isEqualTo(LocalDate.of(2026, 11, 20));
    }

    private static Centre centre(String profile) {
        return new Centre(
                CentreId.create(),
                "C",
                "Centre",
                CentreKind.OUTPATIENT,
                new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.of(6, 0)),
                profile,
                null,
                List.of());
    }
}
