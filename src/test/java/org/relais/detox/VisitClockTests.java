package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.detox.VisitCourse.State;
import org.relais.shared.ServiceDay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is expected when, and which visits were missed, also where the clocks change. */
class VisitClockTests {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final VisitPlan DAILY =
            Objects.requireNonNull(ShippedProtocols.protocol("ALC_OUT").visits());
    static final VisitPlan WEEKLY =
            Objects.requireNonNull(ShippedProtocols.protocol("OPI_OUT").visits());

    @Test
    void alcohol_asks_for_a_visit_every_day_and_opioids_twice_a_week_after_the_first() {
        assertThat(days(DAILY, 10)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(days(WEEKLY, 24)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 18, 22);
    }

    @Test
    void a_moderate_result_calls_for_a_physician_and_a_severe_one_for_emergency_care() {
        assertThat(DAILY.call("CIWA_AR", "MILD")).isEmpty();
        assertThat(DAILY.call("CIWA_AR", "MODERATE")).contains(VisitCall.PHYSICIAN);
        assertThat(DAILY.call("CIWA_AR", "SEVERE")).contains(VisitCall.EMERGENCY);
        assertThat(DAILY.call("CIWA_AR", null)).isEmpty();
        assertThat(DAILY.call("COWS", "MODERATE")).isEmpty();
    }

    @Test
    void somebody_is_late_an_hour_after_the_time_of_the_last_visit_and_missed_when_the_day_is_over() {
        var start = at(LocalDate.of(2026, 3, 10), "10:00");
        var contacts = List.of(start);
        assertThat(today(contacts, at(LocalDate.of(2026, 3, 11), "09:00"))).isEqualTo(State.EXPECTED);
        assertThat(today(contacts, at(LocalDate.of(2026, 3, 11), "11:00"))).isEqualTo(State.EXPECTED);
        assertThat(today(contacts, at(LocalDate.of(2026, 3, 11), "11:00").plusNanos(1)))
                .isEqualTo(State.NOT_COME);
        assertThat(course(contacts, at(LocalDate.of(2026, 3, 11), "23:59")).missed())
                .isEmpty();
        assertThat(course(contacts, at(LocalDate.of(2026, 3, 12), "00:00")).missed())
                .containsExactly(LocalDate.of(2026, 3, 11));
        assertThat(today(
                        List.of(start, at(LocalDate.of(2026, 3, 11), "16:00")), at(LocalDate.of(2026, 3, 11), "17:00")))
                .isEqualTo(State.SEEN);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-27, 2026-03-29", "2026-10-23, 2026-10-25"})
    void the_time_on_the_wall_stays_when_the_clocks_change(LocalDate begun, LocalDate change) {
        var contacts = List.of(at(begun, "10:00"), at(begun.plusDays(1), "10:00"));
        var today = course(contacts, at(change, "08:00")).today();
        assertThat(today).isEqualTo(new VisitCourse.Expected(at(change, "10:00"), State.EXPECTED));
    }

    @Test
    void an_agreed_visit_is_expected_at_its_time_even_on_another_day() {
        var start = at(LocalDate.of(2026, 3, 2), "10:00");
        var clock = new VisitClock(WEEKLY, new ServiceDay(PARIS, LocalTime.MIDNIGHT), start, start);
        // The tenth day is none of the rhythm
        var day = LocalDate.of(2026, 3, 11);
        var agreed = List.of(at(day, "15:30"));
        assertThat(clock.at(List.of(), List.of(), null, at(day, "08:00")).today())
                .isNull();
        assertThat(clock.at(List.of(), agreed, null, at(day, "08:00")).today())
                .isEqualTo(new VisitCourse.Expected(at(day, "15:30"), State.EXPECTED));
        assertThat(clock.at(List.of(), agreed, null, at(day.plusDays(1), "08:00"))
                        .missed())
                .contains(day);
    }

    @Test
    void after_a_pause_the_days_before_are_not_missed_and_of_what_is_not_known_nothing_is_said() {
        var start = at(LocalDate.of(2026, 3, 2), "10:00");
        var again = at(LocalDate.of(2026, 3, 6), "14:00");
        var midnight = new ServiceDay(PARIS, LocalTime.MIDNIGHT);
        var now = at(LocalDate.of(2026, 3, 8), "08:00");
        assertThat(new VisitClock(DAILY, midnight, start, again)
                        .at(List.of(), List.of(), null, now)
                        .missed())
                .containsExactly(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 7));
        assertThat(new VisitClock(DAILY, midnight, start, start)
                        .at(List.of(), List.of(), at(LocalDate.of(2026, 3, 7), "10:00"), now)
                        .missed())
                .containsExactly(LocalDate.of(2026, 3, 7));
    }

    /** Generated histories against days counted one by one on a calendar, over both changes of the clocks. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 00:00, 2026-03-20",
        "Europe/Paris, 06:00, 2026-03-20",
        "Europe/Stockholm, 02:30, 2026-03-20",
        "Europe/Paris, 00:00, 2026-10-16",
        "Europe/Paris, 06:00, 2026-10-16",
        "Europe/Stockholm, 02:30, 2026-10-16",
        "America/St_Johns, 04:00, 2026-10-24"
    })
    void every_expected_day_is_seen_or_missed_and_none_is_both(ZoneId zone, LocalTime cutOff, LocalDate first) {
        var service = new ServiceDay(zone, cutOff);
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var plan = random.nextBoolean() ? DAILY : WEEKLY;
            var start = first.atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            var contacts = new ArrayList<>(List.of(start));
            for (var hours = 1; hours < 24 * 18; hours += 1 + random.nextInt(40)) {
                contacts.add(start.plus(Duration.ofHours(hours)).plusSeconds(random.nextInt(3600)));
            }
            var clock = new VisitClock(plan, service, start, start);
            var everMissed = new HashSet<LocalDate>();
            for (var now = start; now.isBefore(start.plus(Duration.ofDays(20))); now = now.plusSeconds(7 * 60 * 13)) {
                var until = now;
                var known = contacts.stream().filter(one -> !one.isAfter(until)).toList();
                var course = clock.at(known, List.of(), null, now);
                var model = model(plan, zone, cutOff, start, known, now);
                assertThat(course.missed()).as("seed %d at %s", seed, now).containsExactlyElementsOf(model);
                // What was missed once stays so; but where a day begins within the hour that the clocks repeat, it
                // begins twice, and for half an hour the day before is not over
                if (!cutOff.equals(LocalTime.of(2, 30))) {
                    assertThat(course.missed()).containsAll(everMissed);
                }
                everMissed.addAll(course.missed());
                var today = course.today();
                assertThat(today == null
                                || today.state() != State.SEEN
                                || !course.missed().contains(day(zone, cutOff, now)))
                        .isTrue();
                if (today != null && today.state() != State.SEEN) {
                    assertThat(service.of(today.at())).isEqualTo(service.of(now));
                }
            }
        }
    }

    @Test
    void a_plan_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new VisitPlan.Rhythm(0, List.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VisitPlan.Rhythm(1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VisitPlan.Rhythm(1, List.of(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(new VisitPlan.Rhythm(2, List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(new VisitPlan.Rhythm(1, List.of(1)), new VisitPlan.Rhythm(1, List.of(2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VisitPlan.Threshold("CIWA_AR", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static VisitPlan plan(VisitPlan.Rhythm... rhythm) {
        return new VisitPlan(List.of(rhythm), 60, DAILY.asks(), null, null);
    }

    /** The days expected before today without a contact, walked on the calendar. */
    private static Set<LocalDate> model(
            VisitPlan plan, ZoneId zone, LocalTime cutOff, Instant start, List<Instant> contacts, Instant now) {
        var seen = new HashSet<LocalDate>();
        contacts.forEach(one -> seen.add(day(zone, cutOff, one)));
        var expected = plan == DAILY
                ? Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22)
                : Set.of(1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 18, 22);
        var missed = new TreeSet<LocalDate>();
        var day = day(zone, cutOff, start);
        var today = day(zone, cutOff, now);
        for (var number = 1; day.isBefore(today); number++) {
            if (expected.contains(number) && !seen.contains(day)) {
                missed.add(day);
            }
            day = day.plusDays(1);
        }
        return missed;
    }

    private static LocalDate day(ZoneId zone, LocalTime cutOff, Instant at) {
        var local = at.atZone(zone);
        return local.toLocalTime().isBefore(cutOff) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    private static List<Integer> days(VisitPlan plan, int most) {
        var days = new ArrayList<Integer>();
        for (var day = 1; day <= most; day++) {
            if (plan.expectedOn(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static State today(List<Instant> contacts, Instant now) {
        return Objects.requireNonNull(course(contacts, now).today()).state();
    }

    private static VisitCourse course(List<Instant> contacts, Instant now) {
        return new VisitClock(
                        DAILY, new ServiceDay(PARIS, LocalTime.MIDNIGHT), contacts.getFirst(), contacts.getFirst())
                .at(contacts, List.of(), null, now);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(PARIS).toInstant();
    }
}
