package org.relais.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.Centres;
import org.relais.centre.OpenCentre;
import org.relais.centre.WorkingDays;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.staff.Role;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.support.ActingAs.actingAs;

/** The days on which something should be known: over weekends, holidays, year ends and time zones. */
@RelaisTest
class ReferralDaysTests {

    @Autowired
    CentreSetup setup;

    @Autowired
    Centres centres;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    RuleInForce<ReferralRule> rule;

    @Test
    void a_reception_is_asked_after_three_working_days_over_the_year_end() {
        var paris = centre("Europe/Paris", "FR", LocalTime.MIDNIGHT);
        // Wednesday 30 December 2026: Thursday, then New Year's Day and the weekend, Monday, Tuesday
        assertThat(due(paris, ReferralState.SENT, day("2026-12-30"), null, null))
                .isEqualTo(day("2027-01-05"));
        // Swedes do not work on Epiphany either: Monday 4 January, 5, (6), 7
        var stockholm = centre("Europe/Stockholm", "SE", LocalTime.MIDNIGHT);
        assertThat(due(stockholm, ReferralState.SENT, day("2027-01-03"), null, null))
                .isEqualTo(day("2027-01-07"));
        assertThat(due(paris, ReferralState.SENT, day("2027-01-03"), null, null))
                .isEqualTo(day("2027-01-06"));
        // A weekend in between
        assertThat(due(paris, ReferralState.SENT, day("2026-11-19"), null, null))
                .isEqualTo(day("2026-11-24"));
    }

    @Test
    void an_appointment_is_asked_after_fourteen_days_and_on_a_working_day() {
        var paris = centre("Europe/Paris", "FR", LocalTime.MIDNIGHT);
        assertThat(due(paris, ReferralState.RECEIVED, day("2026-11-19"), null, null))
                .isEqualTo(day("2026-12-03"));
        // 25 December 2026 is a Friday: Monday 28
        for (var state :
                new ReferralState[] {ReferralState.RECEIVED, ReferralState.ACCEPTED, ReferralState.WAITLISTED}) {
            assertThat(due(paris, state, day("2026-12-11"), null, null)).isEqualTo(day("2026-12-28"));
        }
        assertThat(due(paris, ReferralState.RECEIVED, day("2026-12-18"), null, null))
                .isEqualTo(day("2027-01-04"));
        assertThat(due(paris, ReferralState.RECEIVED, day("2026-12-18"), day("2027-02-28"), null))
                .as("the day the partner named stands as it is")
                .isEqualTo(day("2027-02-28"));
    }

    @Test
    void an_outcome_is_asked_seven_days_after_the_appointment_in_the_days_of_the_centre() {
        var at = Instant.parse("2026-12-22T23:30:00Z");
        var paris = centre("Europe/Paris", "FR", LocalTime.MIDNIGHT);
        var reunion = centre("Indian/Reunion", "FR", LocalTime.MIDNIGHT);
        var cayenne = centre("America/Cayenne", "FR", LocalTime.MIDNIGHT);
        var night = centre("Europe/Paris", "FR", LocalTime.of(6, 0));
        assertThat(due(paris, ReferralState.APPOINTMENT, day("2026-12-01"), null, at))
                .isEqualTo(day("2026-12-30"));
        assertThat(due(reunion, ReferralState.APPOINTMENT, day("2026-12-01"), null, at))
                .isEqualTo(day("2026-12-30"));
        assertThat(due(cayenne, ReferralState.APPOINTMENT, day("2026-12-01"), null, at))
                .isEqualTo(day("2026-12-29"));
        assertThat(due(night, ReferralState.APPOINTMENT, day("2026-12-01"), null, at))
                .as("the day begins at six")
                .isEqualTo(day("2026-12-29"));
        assertThat(due(
                        paris,
                        ReferralState.APPOINTMENT,
                        day("2026-12-01"),
                        null,
                        Instant.parse("2026-12-25T10:00:00Z")))
                .as("New Year's Day is a Friday, the weekend follows")
                .isEqualTo(day("2027-01-04"));
    }

    @Test
    void nothing_is_awaited_before_it_is_sent_or_when_it_is_known_what_came_of_it() {
        var paris = centre("Europe/Paris", "FR", LocalTime.MIDNIGHT);
        for (var state : ReferralState.values()) {
            var due = due(paris, state, day("2026-11-19"), null, Instant.parse("2026-11-25T10:00:00Z"));
            assertThat(due == null).as(state.name()).isEqualTo(!state.awaiting());
        }
        assertThat(due(paris, ReferralState.SENT, null, null, null)).isNull();
    }

    @Test
    void how_late_something_is_counts_in_the_days_of_the_centre() {
        var clock = new MovableClock();
        var paris = centre("Europe/Paris", "FR", LocalTime.MIDNIGHT);
        var cayenne = centre("America/Cayenne", "FR", LocalTime.MIDNIGHT);
        clock.stopAt(Instant.parse("2026-12-31T23:30:00Z"));
        assertThat(today(clock, paris)).isEqualTo(day("2027-01-01"));
        assertThat(until(clock, paris, day("2026-12-31"))).isEqualTo(-1);
        assertThat(until(clock, cayenne, day("2026-12-31"))).isZero();
        assertThat(until(clock, paris, day("2026-12-14"))).isEqualTo(-18);
        // The night in which clocks go back has one hour more and no day more
        clock.stopAt(Instant.parse("2026-10-25T22:59:59Z"));
        assertThat(until(clock, paris, day("2026-10-25"))).isZero();
        clock.stopAt(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(until(clock, paris, day("2026-10-25"))).isEqualTo(-1);
    }

    private @Nullable LocalDate due(
            CentreId centre,
            ReferralState state,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate awaitedOn,
            @Nullable Instant appointmentAt) {
        return actingAs(
                "setup",
                Role.ADMINISTRATOR,
                () -> days(Clock.systemUTC()).dueOn(centre, state, sentOn, awaitedOn, appointmentAt));
    }

    private LocalDate today(Clock clock, CentreId centre) {
        return actingAs("setup", Role.ADMINISTRATOR, () -> days(clock).today(centre));
    }

    private int until(Clock clock, CentreId centre, LocalDate day) {
        return actingAs("setup", Role.ADMINISTRATOR, () -> days(clock).until(centre, day));
    }

    private ReferralDays days(Clock clock) {
        return new ReferralDays(centres, workingDays, rule, clock);
    }

    private CentreId centre(String zone, String country, LocalTime cutOff) {
        var code = "D-" + UUID.randomUUID().toString().substring(0, 8);
        return actingAs(
                "setup",
                Role.ADMINISTRATOR,
                () -> setup.openCentre(new OpenCentre(
                        code, "Centre " + code, CentreKind.OUTPATIENT, ZoneId.of(zone), cutOff, country, null)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
