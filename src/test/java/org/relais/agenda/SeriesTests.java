package org.relais.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.staff.Role;
import org.relais.support.ActingAs;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Local times over clock changes, closed days and year ends. */
@RelaisTest
class SeriesTests {

    @Autowired
    CentreCalendar calendar;

    @Autowired
    CentreSetup setup;

    @Autowired
    Clock clock;

    LocalDate today;

    @BeforeEach
    void readTheClock() {
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    @Test
    void ten_oclock_stays_ten_oclock_over_both_changes_of_the_clocks_in_every_zone() {
        for (var zone : new String[] {"Europe/Paris", "Europe/Stockholm", "America/Guadeloupe", "Indian/Reunion"}) {
            var centre = centre(CentreKind.RESIDENTIAL, zone);
            var first = today.plusDays(3);
            var series = as(() ->
                    calendar.series(centre, first, LocalTime.of(10, 0), 45, Recurrence.until(1, first.plusWeeks(55))));
            assertThat(series.slots()).hasSize(56);
            assertThat(series.slots()).allSatisfy(slot -> {
                var local = slot.startsAt().atZone(ZoneId.of(zone));
                assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(10, 0));
                assertThat(local.toLocalDate()).isEqualTo(slot.day());
                assertThat(java.time.Duration.between(slot.startsAt(), slot.endsAt()))
                        .hasMinutes(45);
            });
            assertThat(series.slots().stream()
                            .map(slot -> slot.startsAt().atZone(ZoneId.of(zone)).getOffset())
                            .distinct())
                    .hasSize(zone.startsWith("Europe") ? 2 : 1);
        }
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_refused() {
        var centre = centre(CentreKind.RESIDENTIAL, "Europe/Paris");
        var change = ZoneId.of("Europe/Paris").getRules().nextTransition(clock.instant());
        var gap = change.isGap() ? change : ZoneId.of("Europe/Paris").getRules().nextTransition(change.getInstant());
        assertThatThrownBy(() -> as(() -> calendar.slot(
                        centre,
                        gap.getDateTimeBefore().toLocalDate(),
                        gap.getDateTimeBefore().toLocalTime().plusMinutes(30),
                        30)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("time"));
    }

    @Test
    void weekends_and_public_holidays_close_where_nobody_stays_overnight() {
        var outpatient = centre(CentreKind.OUTPATIENT, "Europe/Paris");
        var residence = centre(CentreKind.RESIDENTIAL, "Europe/Paris");
        var saturday = today.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY));
        var christmas = LocalDate.of(today.getYear() + (today.getMonthValue() == 12 ? 1 : 0), 12, 25);
        assertThat(as(() -> calendar.closed(outpatient, saturday))).isPresent();
        assertThat(as(() -> calendar.closed(outpatient, christmas))).isPresent();
        assertThat(as(() -> calendar.closed(residence, saturday))).isEmpty();
        assertThatThrownBy(() -> as(() -> calendar.slot(outpatient, saturday, LocalTime.NOON, 30)))
                .isInstanceOfSatisfying(
                        CentreClosed.class, closed -> assertThat(closed.day()).isEqualTo(saturday));
    }

    @Test
    void a_recurrence_that_makes_no_sense_is_refused_where_it_was_typed() {
        var centre = centre(CentreKind.RESIDENTIAL, "Europe/Paris");
        refused(centre, new Recurrence(0, null, 3), "everyWeeks");
        refused(centre, new Recurrence(1, null, null), "repeat");
        refused(centre, new Recurrence(1, today.plusDays(60), 3), "repeat");
        refused(centre, Recurrence.until(1, today), "until");
        refused(centre, Recurrence.times(1, 1), "times");
        refused(centre, Recurrence.times(1, 500), "times");
        refused(centre, Recurrence.times(12, 60), "day");
    }

    private void refused(CentreId centre, Recurrence repeat, String field) {
        assertThatThrownBy(() -> as(() -> calendar.series(centre, today.plusDays(3), LocalTime.NOON, 30, repeat)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private CentreId centre(CentreKind kind, String zone) {
        return as(() -> setup.openCentre(new OpenCentre(
                "S-" + java.util.UUID.randomUUID().toString().substring(0, 8),
                "Centre",
                kind,
                ZoneId.of(zone),
                LocalTime.MIDNIGHT,
                "FR",
                null)));
    }

    private static <T> T as(java.util.concurrent.Callable<T> act) {
        return ActingAs.actingAs("setup", Role.ADMINISTRATOR, act);
    }
}
