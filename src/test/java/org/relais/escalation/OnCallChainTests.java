package org.relais.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.relais.escalation.Asked.Called;
import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is asked follows from the clock and who holds which function, and from nothing else. */
class OnCallChainTests {

    private static final Instant RAISED = Instant.parse("2026-11-22T12:00:00Z");
    private static final StaffId NURSE = StaffId.create();
    private static final StaffId PHYSICIAN = StaffId.create();
    private static final StaffId DIRECTOR = StaffId.create();
    private static final OnCallChain CHAIN = new OnCallChain(
            List.of(
                    List.of(StaffFunction.CHARGE_NURSE),
                    List.of(StaffFunction.ON_CALL),
                    List.of(StaffFunction.MEDICAL_DIRECTOR)),
            50);
    private static final Map<StaffFunction, List<StaffId>> ALL = Map.of(
            StaffFunction.CHARGE_NURSE, List.of(NURSE),
            StaffFunction.ON_CALL, List.of(PHYSICIAN),
            StaffFunction.MEDICAL_DIRECTOR, List.of(DIRECTOR));

    @Test
    void the_next_one_is_asked_at_half_of_the_time_and_not_a_second_before() {
        assertThat(at(30, ALL, Duration.ZERO).now()).extracting(Called::staff).containsExactly(NURSE);
        var before = at(30, ALL, Duration.ofMinutes(15).minusSeconds(1));
        assertThat(before.now()).extracting(Called::staff).containsExactly(NURSE);
        assertThat(before.until()).isEqualTo(RAISED.plus(Duration.ofMinutes(15)));
        assertThat(before.next()).extracting(Called::staff).containsExactly(PHYSICIAN);
        var half = at(30, ALL, Duration.ofMinutes(15));
        assertThat(half.now()).extracting(Called::staff).containsExactly(NURSE, PHYSICIAN);
        assertThat(half.until()).isEqualTo(RAISED.plus(Duration.ofMinutes(30)));
        assertThat(half.asks(PHYSICIAN)).isTrue();
        assertThat(half.asks(DIRECTOR)).isFalse();
    }

    @Test
    void the_last_one_stays_asked_for_good() {
        var late = at(30, ALL, Duration.ofDays(2));
        assertThat(late.now()).extracting(Called::staff).containsExactly(NURSE, PHYSICIAN, DIRECTOR);
        assertThat(late.until()).isNull();
        assertThat(late.next()).isEmpty();
    }

    @Test
    void no_time_is_lost_with_a_function_that_nobody_holds() {
        var withoutNurse =
                Map.of(StaffFunction.ON_CALL, List.of(PHYSICIAN), StaffFunction.MEDICAL_DIRECTOR, List.of(DIRECTOR));
        assertThat(at(30, withoutNurse, Duration.ZERO).now())
                .extracting(Called::staff)
                .containsExactly(PHYSICIAN);
        assertThat(at(30, withoutNurse, Duration.ofMinutes(15)).now())
                .extracting(Called::staff)
                .containsExactly(PHYSICIAN, DIRECTOR);
        assertThat(at(30, Map.of(), Duration.ZERO)).isEqualTo(new Asked(List.of(), null, List.of()));
    }

    @Test
    void where_there_is_no_time_everybody_is_asked_at_once() {
        assertThat(at(0, ALL, Duration.ZERO).now())
                .extracting(Called::staff)
                .containsExactly(NURSE, PHYSICIAN, DIRECTOR);
    }

    @Test
    void a_clock_that_runs_behind_asks_the_first_ones() {
        assertThat(at(30, ALL, Duration.ofSeconds(-5)).now())
                .extracting(Called::staff)
                .containsExactly(NURSE);
    }

    private static Asked at(int minutes, Map<StaffFunction, List<StaffId>> holders, Duration later) {
        return CHAIN.at(RAISED, Duration.ofMinutes(minutes), holders, RAISED.plus(later));
    }
}
