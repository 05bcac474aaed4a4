package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The shifts of a ward by the clock on its wall, on the days on which that clock changes too. */
class WardShiftsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final WardShifts shifts = ShippedProtocols.shifts("WARD_SHIFTS");

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T07:00, DAY, 2026-11-19T14:45, EVENING",
        "2026-11-19T14:44:59, DAY, 2026-11-19T14:45, EVENING",
        "2026-11-19T14:45, EVENING, 2026-11-19T21:00, NIGHT",
        "2026-11-19T23:30, NIGHT, 2026-11-20T07:00, DAY",
        "2026-11-20T06:59, NIGHT, 2026-11-20T07:00, DAY"
    })
    void the_last_and_the_next_change(LocalDateTime now, String in, LocalDateTime next, String then) {
        assertThat(shifts.last(at(now), PARIS).to().code()).isEqualTo(in);
        var change = shifts.next(at(now), PARIS);
        assertThat(change.at()).isEqualTo(at(next));
        assertThat(change.from().code()).isEqualTo(in);
        assertThat(change.to().code()).isEqualTo(then);
        assertThat(change.began()).isEqualTo(shifts.last(at(now), PARIS).at());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T22:00, 9", "2026-10-24T22:00, 11", "2026-11-19T22:00, 10"})
    void the_night_is_an_hour_shorter_or_longer_when_the_clocks_change(LocalDateTime evening, int hours) {
        var change = shifts.next(at(evening), PARIS);
        assertThat(change.at().atZone(PARIS).toLocalTime()).isEqualTo(LocalTime.of(7, 0));
        assertThat(Duration.between(change.began(), change.at())).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void it_opens_an_hour_before_and_closes_two_hours_after() {
        var change = shifts.next(at(LocalDateTime.parse("2026-11-19T10:00")), PARIS);
        assertThat(shifts.opens(change, at(LocalDateTime.parse("2026-11-19T13:44:59"))))
                .isFalse();
        assertThat(shifts.opens(change, at(LocalDateTime.parse("2026-11-19T13:45"))))
                .isTrue();
        assertThat(shifts.closed(change, at(LocalDateTime.parse("2026-11-19T16:45"))))
                .isFalse();
        assertThat(shifts.closed(change, at(LocalDateTime.parse("2026-11-19T16:45:01"))))
                .isTrue();
    }

    @Test
    void a_day_that_is_opened_shortly_before_a_change_is_that_of_the_shift_that_comes() {
        assertThat(shifts.endOfShift(at(LocalDateTime.parse("2026-11-19T06:30")), PARIS))
                .isEqualTo(at(LocalDateTime.parse("2026-11-19T14:45")));
        assertThat(shifts.endOfShift(at(LocalDateTime.parse("2026-11-19T09:00")), PARIS))
                .isEqualTo(at(LocalDateTime.parse("2026-11-19T14:45")));
    }

    @Test
    void nobody_has_approved_them_and_a_country_may_have_its_own() {
        assertThat(shifts.rule().approved()).isFalse();
        assertThat(ShippedProtocols.shifts("WARD_SHIFTS_SE").shifts())
                .extracting(WardShifts.Shift::begins)
                .containsExactly(LocalTime.of(7, 0), LocalTime.of(14, 0), LocalTime.of(21, 15));
    }

    @Test
    void shifts_out_of_order_are_refused() {
        var wrong = new WardShifts(shifts.rule(), shifts.shifts().reversed(), 60, 120, 30, 72, List.of());
        assertThatThrownBy(() -> WardShifts.KIND.validation().accept(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order");
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(PARIS).toInstant();
    }
}
