package org.relais.situation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The life of a right (domain reference F.4) and its reminders. */
class RightLifeTests {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);

    final RightLife life = new RightLife(Lists.RIGHTS, TODAY);

    @ParameterizedTest
    @CsvSource({"61,", "60,60", "45,60", "31,60", "30,30", "8,30", "7,7", "1,7", "0,7", "-12,7"})
    void reminders_come_60_30_and_7_days_before(int left, Integer reminder) {
        assertThat(Lists.RIGHTS.reminder(left)).isEqualTo(Optional.ofNullable(reminder));
    }

    @Test
    void every_move_that_the_reference_does_not_name_is_refused() {
        for (var from : RightStatus.values()) {
            for (var to : RightStatus.values()) {
                var before = new RightStanding(from, TODAY, TODAY.minusDays(1), null, null, null);
                var told = new RightStanding(to, null, TODAY.plusDays(9), TODAY, BigDecimal.TEN, null);
                if (moves(from).contains(to)) {
                    assertThat(life.change(before, told).status()).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> life.change(before, told)).isInstanceOf(Conflict.class);
                }
            }
        }
    }

    @Test
    void a_refused_one_says_until_when_an_appeal_can_be_made_and_more_information_by_when() {
        refused("dueOn", RightStatus.FILED, RightStanding.of(RightStatus.REFUSED, null));
        refused("dueOn", RightStatus.FILED, RightStanding.of(RightStatus.MORE_INFO, null));
        assertThat(life.change(
                                RightStanding.of(RightStatus.FILED, null),
                                RightStanding.of(RightStatus.REFUSED, TODAY.plusDays(60)))
                        .dueOn())
                .isEqualTo(TODAY.plusDays(60));
    }

    @Test
    void a_granted_one_says_from_when_and_ends_after_it_began() {
        refused("from", RightStatus.FILED, RightStanding.of(RightStatus.GRANTED, null));
        refused("dueOn", RightStatus.FILED, RightStanding.granted(TODAY, TODAY.minusDays(1), null));
        refused("amount", RightStatus.FILED, RightStanding.granted(TODAY, null, new BigDecimal("-1")));
        refused("amount", RightStatus.FILED, RightStanding.granted(TODAY, null, new BigDecimal("1.005")));
        assertThat(life.first(RightStanding.granted(TODAY, TODAY, new BigDecimal("971.37")))
                        .amount())
                .isEqualTo("971.37");
    }

    @Test
    void what_still_holds_is_closed_only_with_a_reason() {
        var valid = new RightStanding(RightStatus.GRANTED, TODAY, TODAY, TODAY.minusYears(1), null, null);
        assertThatThrownBy(() -> life.change(valid, RightStanding.of(RightStatus.EXPIRED, null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("note"));
        var moved = new RightStanding(RightStatus.EXPIRED, null, null, null, null, "A quitté le pays");
        assertThat(life.change(valid, moved).dueOn()).isNull();
        var over = new RightStanding(RightStatus.GRANTED, TODAY, TODAY.minusDays(1), TODAY.minusYears(1), null, null);
        assertThat(life.change(over, RightStanding.of(RightStatus.EXPIRED, null))
                        .status())
                .isEqualTo(RightStatus.EXPIRED);
    }

    @Test
    void nothing_came_to_stand_so_tomorrow_and_it_begins_as_it_may() {
        var ahead = new RightStanding(RightStatus.FILED, TODAY.plusDays(1), null, null, null, null);
        assertThatThrownBy(() -> life.first(ahead))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("since"));
        assertThatThrownBy(() -> life.first(RightStanding.of(RightStatus.REFUSED, TODAY)))
                .isInstanceOf(InvalidInput.class);
        assertThat(life.first(RightStanding.of(RightStatus.TO_REQUEST, null)).since())
                .isEqualTo(TODAY);
    }

    private void refused(String field, RightStatus from, RightStanding told) {
        assertThatThrownBy(() -> life.change(RightStanding.of(from, null), told))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static Set<RightStatus> moves(RightStatus from) {
        return switch (from) {
            case TO_REQUEST -> EnumSet.of(RightStatus.FILED, RightStatus.EXPIRED);
            case FILED -> EnumSet.of(RightStatus.MORE_INFO, RightStatus.GRANTED, RightStatus.REFUSED);
            case MORE_INFO -> EnumSet.of(RightStatus.FILED, RightStatus.GRANTED, RightStatus.REFUSED);
            case GRANTED -> EnumSet.of(RightStatus.GRANTED, RightStatus.EXPIRED);
            case REFUSED -> EnumSet.of(RightStatus.FILED, RightStatus.EXPIRED);
            case EXPIRED -> EnumSet.of(RightStatus.TO_REQUEST);
        };
    }
}
