package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.detox.ObservationEvent.Completed;
import org.relais.detox.ObservationEvent.Dosed;
import org.relais.detox.ObservationEvent.Omitted;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock of domain reference B.3, with the worked example and every edge from both sides. */
class ObservationClockTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant START = at("06:00");

    private final List<ObservationEvent> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "11:44, NOT_DUE",
        "11:45, DUE",
        "12:00, DUE",
        "12:30, DUE",
        "12:31, OVERDUE",
        "14:00, OVERDUE",
    })
    void a_moderate_score_at_ten_is_due_at_noon(String now, ObservationStatus status) {
        completed("10:00", "MODERATE");
        var course = alcohol(now);
        assertThat(course.dueAt()).isEqualTo(at("12:00"));
        assertThat(course.grace()).isEqualTo(Duration.ofMinutes(30));
        assertThat(course.status()).isEqualTo(status);
    }

    @Test
    void a_minute_after_a_whole_interval_it_is_missed_and_the_next_is_due_from_when_that_one_was() {
        completed("10:00", "MODERATE");
        assertThat(alcohol("14:00").omittedInRow()).isZero();
        var course = alcohol("14:01");
        assertThat(course.past().getLast().outcome()).isEqualTo(SlotOutcome.MISSED);
        assertThat(course.past().getLast().dueAt()).isEqualTo(at("12:00"));
        assertThat(course.dueAt()).isEqualTo(at("14:00"));
        assertThat(course.status()).isEqualTo(ObservationStatus.DUE);
        assertThat(course.omittedInRow()).isOne();
        assertThat(alcohol("16:00").omittedInRow()).isOne();
        assertThat(alcohol("16:01").omittedInRow()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"11:15, DUE", "11:16, OVERDUE"})
    void a_severe_score_leaves_a_quarter_of_an_hour(String now, ObservationStatus status) {
        completed("10:00", "SEVERE");
        assertThat(alcohol(now).dueAt()).isEqualTo(at("11:00"));
        assertThat(alcohol(now).status()).isEqualTo(status);
    }

    @Test
    void the_first_is_due_half_an_hour_after_the_beginning() {
        assertThat(alcohol("06:14").status()).isEqualTo(ObservationStatus.NOT_DUE);
        assertThat(alcohol("06:15").status()).isEqualTo(ObservationStatus.DUE);
        assertThat(alcohol("06:30").dueAt()).isEqualTo(at("06:30"));
        assertThat(alcohol("06:46").status()).isEqualTo(ObservationStatus.OVERDUE);
    }

    @Test
    void what_was_done_before_the_beginning_does_not_count() {
        completed("05:59", "MILD");
        assertThat(alcohol("06:00").dueAt()).isEqualTo(at("06:30"));
        completed("06:00", "MILD");
        assertThat(alcohol("06:00").dueAt()).isEqualTo(at("10:00"));
    }

    @Test
    void made_within_the_grace_it_is_on_time_and_after_it_late_and_the_next_counts_from_when_it_was_made() {
        completed("06:30", "MODERATE");
        completed("09:00", "MODERATE");
        completed("11:31", "MILD");
        var course = alcohol("11:31");
        assertThat(course.past())
                .extracting(ObservationCourse.Slot::outcome)
                .containsExactly(SlotOutcome.ON_TIME, SlotOutcome.ON_TIME, SlotOutcome.LATE);
        assertThat(course.dueAt()).isEqualTo(at("15:31"));
    }

    @Test
    void whoever_refuses_is_asked_again_within_the_hour_and_twice_in_a_row_counts() {
        completed("06:30", "MILD");
        omitted("10:30", OmissionKind.REFUSED);
        var once = alcohol("10:30");
        assertThat(once.dueAt()).isEqualTo(at("11:30"));
        assertThat(once.omittedInRow()).isOne();
        omitted("11:30", OmissionKind.REFUSED);
        assertThat(alcohol("11:30").omittedInRow()).isEqualTo(2);
        completed("11:40", "MILD");
        assertThat(alcohol("11:40").omittedInRow()).isZero();
    }

    @Test
    void a_refusal_and_a_miss_are_two_in_a_row() {
        completed("06:30", "SEVERE");
        omitted("07:30", OmissionKind.REFUSED);
        assertThat(alcohol("09:31").omittedInRow()).isEqualTo(2);
    }

    @Test
    void whoever_sleeps_is_observed_after_the_usual_interval() {
        completed("06:30", "MILD");
        omitted("10:30", OmissionKind.ASLEEP);
        var course = alcohol("10:30");
        assertThat(course.dueAt()).isEqualTo(at("14:30"));
        assertThat(course.omittedInRow()).isZero();
        assertThat(course.past().getLast().outcome()).isEqualTo(SlotOutcome.ASLEEP);
    }

    @Test
    void three_mild_results_in_a_row_lengthen_the_interval_and_one_that_is_not_shortens_it_again() {
        completed("06:30", "MILD");
        completed("10:30", "MILD");
        assertThat(alcohol("10:30").dueAt()).isEqualTo(at("14:30"));
        completed("14:30", "MILD");
        assertThat(alcohol("14:30").dueAt()).isEqualTo(at("22:30"));
        completed("15:00", "MODERATE");
        assertThat(alcohol("15:00").dueAt()).isEqualTo(at("17:00"));
    }

    @Test
    void a_result_that_could_not_be_scored_asks_again_after_the_shortest_interval() {
        completed("06:30", null);
        assertThat(alcohol("06:30").dueAt()).isEqualTo(at("07:30"));
    }

    @Test
    void a_dose_after_a_severe_score_asks_for_one_an_hour_later_and_never_later_than_it_was_due() {
        completed("06:30", "SEVERE");
        events.add(new Dosed(at("06:20")));
        events.add(new Dosed(at("06:40")));
        assertThat(alcohol("06:45").dueAt()).isEqualTo(at("07:30"));
        var induction =
                new ObservationClock(ShippedProtocols.timing(), ShippedProtocols.observation("BUP_IND", "COWS"), START);
        assertThat(induction
                        .at(List.of(new Completed(at("06:05"), "MODERATE"), new Dosed(at("06:10"))), at("06:20"))
                        .dueAt())
                .isEqualTo(at("07:10"));
    }

    @Test
    void the_night_in_which_the_clocks_go_back_is_an_hour_longer_and_no_interval_is() {
        var evening = LocalDateTime.parse("2026-10-24T23:00").atZone(PARIS).toInstant();
        var clock = new ObservationClock(
                ShippedProtocols.timing(), ShippedProtocols.observation("ALC_IN", "CIWA_AR"), evening);
        var course = clock.at(List.of(new Completed(evening, "MILD")), evening);
        assertThat(course.dueAt().atZone(PARIS).toLocalDateTime()).isEqualTo("2026-10-25T02:00");
        assertThat(Duration.between(evening, course.dueAt())).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void the_night_in_which_the_clocks_go_forward_is_an_hour_shorter_and_no_interval_is() {
        var evening = LocalDateTime.parse("2027-03-27T23:00").atZone(PARIS).toInstant();
        var clock = new ObservationClock(
                ShippedProtocols.timing(), ShippedProtocols.observation("ALC_IN", "CIWA_AR"), evening);
        var course = clock.at(List.of(new Completed(evening, "MILD")), evening);
        assertThat(course.dueAt().atZone(PARIS).toLocalDateTime()).isEqualTo("2027-03-28T04:00");
    }

    @Test
    void with_only_the_latest_events_known_the_current_one_is_the_same() {
        completed("06:30", "MILD");
        completed("10:30", "SEVERE");
        completed("11:30", "MODERATE");
        var whole = alcohol("16:10");
        var latest = new ObservationClock(
                        ShippedProtocols.timing(), ShippedProtocols.observation("ALC_IN", "CIWA_AR"), START)
                .resumed(events.subList(1, 3), at("16:10"));
        assertThat(latest.dueAt()).isEqualTo(whole.dueAt());
        assertThat(latest.status()).isEqualTo(whole.status());
        assertThat(latest.omittedInRow()).isEqualTo(whole.omittedInRow()).isOne();
    }

    @Test
    void ghb_is_hourly_for_a_day_and_then_every_four_hours() {
        var clock =
                new ObservationClock(ShippedProtocols.timing(), ShippedProtocols.observation("GHB", "NEWS2"), START);
        var before = START.plus(Duration.ofHours(24).minusMinutes(1));
        assertThat(clock.at(List.of(new Completed(before, "LOW")), before).interval())
                .isEqualTo(Duration.ofHours(1));
        var from = START.plus(Duration.ofHours(24));
        assertThat(clock.at(List.of(new Completed(from, "LOW")), from).interval())
                .isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @CsvSource({
        "ALC_IN, CIWA_AR, MILD, 240",
        "ALC_IN, CIWA_AR, MODERATE, 120",
        "ALC_IN, CIWA_AR, SEVERE, 60",
        "ALC_IN, NEWS2, HIGH, 240",
        "ALC_OUT, CIWA_AR, MODERATE, 1440",
        "OPI_IN, COWS, NONE, 480",
        "OPI_IN, COWS, MILD, 480",
        "OPI_IN, COWS, MODERATE, 240",
        "OPI_IN, COWS, MODERATELY_SEVERE, 120",
        "OPI_IN, COWS, SEVERE, 60",
        "OPI_IN, NEWS2, LOW, 480",
        "OPI_OUT, COWS, MILD, 1440",
        "BZD, NEWS2, LOW, 480",
        "GHB, NEWS2, LOW, 60",
        "STIM, NEWS2, LOW, 1440",
        "BUP_IND, COWS, MILD, 1440",
    })
    void the_interval_of_each_protocol(String protocol, String instrument, String band, int minutes) {
        var clock = new ObservationClock(
                ShippedProtocols.timing(), ShippedProtocols.observation(protocol, instrument), START);
        assertThat(clock.at(List.of(new Completed(START, band)), START).interval())
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void the_eight_protocols_are_there() {
        assertThat(ShippedProtocols.all())
                .extracting(protocol -> protocol.rule().code())
                .containsExactlyInAnyOrder("ALC_IN", "ALC_OUT", "OPI_IN", "OPI_OUT", "BUP_IND", "BZD", "GHB", "STIM");
    }

    private ObservationCourse alcohol(String now) {
        return new ObservationClock(ShippedProtocols.timing(), ShippedProtocols.observation("ALC_IN", "CIWA_AR"), START)
                .at(events, at(now));
    }

    private void completed(String time, @Nullable String band) {
        events.add(new Completed(at(time), band));
    }

    private void omitted(String time, OmissionKind kind) {
        events.add(new Omitted(at(time), kind));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse("2026-11-19T" + time).atZone(PARIS).toInstant();
    }
}
