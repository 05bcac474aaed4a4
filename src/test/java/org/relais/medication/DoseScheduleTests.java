package org.relais.medication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.shared.StaffId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.medication.SampleOrders.dose;

/** When scheduled doses are due, and how they stand. */
class DoseScheduleTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void the_doses_of_every_day_come_at_the_times_of_the_centre() {
        var order = SampleOrders.order(SampleOrders.daily(10, "08:00", "20:00"), START, null);
        assertThat(slots(order, START, Duration.ofDays(2)))
                .extracting(Slot::at)
                .containsExactly(
                        Instant.parse("2026-11-20T19:00:00Z"),
                        Instant.parse("2026-11-21T07:00:00Z"),
                        Instant.parse("2026-11-21T19:00:00Z"),
                        Instant.parse("2026-11-22T07:00:00Z"));
    }

    @Test
    void a_dose_belongs_to_the_order_from_its_first_moment_and_before_its_end() {
        var eight = Instant.parse("2026-11-20T07:00:00Z");
        var regimen = SampleOrders.daily(10, "08:00");
        var span = Duration.ofDays(1).minusSeconds(1);
        assertThat(slots(SampleOrders.order(regimen, eight, null), eight, span)).hasSize(1);
        assertThat(slots(SampleOrders.order(regimen, eight.plusSeconds(1), null), eight, span))
                .isEmpty();
        assertThat(slots(SampleOrders.order(regimen, eight.minusSeconds(9), eight), eight, span))
                .isEmpty();
        assertThat(slots(SampleOrders.order(regimen, eight.minusSeconds(9), eight.plusSeconds(1)), eight, span))
                .hasSize(1);
        var stop = new MedicationOrder.Stop(eight, false, "Enough", StaffId.create());
        assertThat(slots(
                        SampleOrders.order(SampleOrders.DIAZEPAM, regimen, eight.minusSeconds(9), null, stop),
                        eight,
                        span))
                .isEmpty();
    }

    @Test
    void a_taper_gives_each_day_its_doses_and_ends() {
        var days = IntStream.of(20, 10, 0, 5)
                .mapToObj(amount -> new Regimen.TaperDay(
                        amount == 0 ? List.of() : List.of(new DoseTime(LocalTime.of(20, 0), dose(amount)))))
                .toList();
        var order = SampleOrders.order(new Regimen.Taper(days), START, null);
        assertThat(slots(order, START.minus(Duration.ofDays(2)), Duration.ofDays(9)))
                .extracting(slot -> slot.day() + " " + slot.dose())
                .containsExactly("2026-11-20 20", "2026-11-21 10", "2026-11-23 5");
    }

    @Test
    void a_time_that_the_clock_change_leaves_out_moves_forward_and_stays_one_dose() {
        var order = SampleOrders.order(
                SampleOrders.daily(10, "02:30", "03:30"), Instant.parse("2026-03-27T00:00:00Z"), null);
        var slots = slots(order, Instant.parse("2026-03-28T12:00:00Z"), Duration.ofDays(1));
        assertThat(slots)
                .extracting(Slot::name)
                .containsExactly(name("2026-03-29", "02:30"), name("2026-03-29", "03:30"));
        assertThat(slots)
                .extracting(Slot::at)
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void a_time_that_comes_twice_is_one_dose() {
        var order = SampleOrders.order(SampleOrders.daily(10, "02:30"), Instant.parse("2026-10-20T00:00:00Z"), null);
        assertThat(slots(order, Instant.parse("2026-10-24T12:00:00Z"), Duration.ofDays(1)))
                .extracting(Slot::at)
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void a_span_cut_anywhere_gives_every_dose_once() {
        var order = SampleOrders.order(
                SampleOrders.daily(10, "00:00", "02:30", "23:59"), Instant.parse("2026-03-20T00:00:00Z"), null);
        var whole = slots(order, Instant.parse("2026-03-25T00:00:00Z"), Duration.ofDays(10));
        var parts = IntStream.range(0, 10 * 24 * 2)
                .mapToObj(half -> slots(
                        order,
                        Instant.parse("2026-03-25T00:00:00Z").plus(Duration.ofMinutes(30L * half)),
                        Duration.ofMinutes(30)))
                .flatMap(List::stream)
                .toList();
        assertThat(parts).containsExactlyElementsOf(whole).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({
        "-3601,NOT_DUE",
        "-3600,DUE",
        "3600,DUE",
        "3601,OVERDUE",
        "14400,OVERDUE",
        "14401,MISSED",
    })
    void a_dose_nobody_answered_is_due_overdue_and_missed(long seconds, SlotStatus status) {
        assertThat(DoseSchedule.status(START, START.plusSeconds(seconds), SampleOrders.limits()))
                .isEqualTo(status);
    }

    private static List<Slot> slots(MedicationOrder order, Instant from, Duration span) {
        return DoseSchedule.slots(order, from, from.plus(span), PARIS);
    }

    private static SlotName name(String day, String time) {
        return new SlotName(LocalDate.parse(day), LocalTime.parse(time));
    }
}
