package org.relais.medication;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.medication.DoseFacts.Measured;
import org.relais.medication.DoseFacts.PastDose;
import org.relais.medication.DoseFacts.ScaleResult;
import org.relais.medication.DoseProposal.Obstacle;
import org.relais.shared.AssessmentId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.medication.SampleOrders.dose;

/** Doses by symptoms and as needed (domain reference B.5): the worked example, every edge, and generated histories. */
class DoseEngineTests {

    private static final Instant NINE = Instant.parse("2026-11-20T08:00:00Z");
    private static final MedicationLimits LIMITS = SampleOrders.limits();
    private static final MedicationOrder ORDER =
            SampleOrders.order(SampleOrders.WORKED, NINE.minus(Duration.ofDays(2)), NINE.plus(Duration.ofDays(2)));

    @Test
    void the_worked_example() {
        var first = propose(12, NINE, List.of(), NINE);
        assertThat(first.possible()).isTrue();
        assertThat(first.dose()).isEqualByComparingTo("10");
        assertThat(first.callPhysician()).isFalse();

        var soon = propose(16, minutes(40), List.of(given(0, 10)), minutes(40));
        assertThat(soon.dose()).isEqualByComparingTo("20");
        assertThat(soon.obstacles()).containsExactly(new Obstacle.Interval(NINE, minutes(60)));
        assertThat(soon.possibleAt()).isEqualTo(minutes(60));

        var many = propose(16, NINE, List.of(given(-120, 50), given(-600, 60)), NINE);
        assertThat(many.given()).isEqualByComparingTo("110");
        assertThat(many.obstacles())
                .containsExactly(new Obstacle.Maximum(dose(110), dose(20), dose(120), minutes(-600 + 24 * 60)));
    }

    @ParameterizedTest
    @CsvSource({"7,,false", "8,10,false", "14,10,false", "15,20,false", "19,20,false", "20,20,true", "67,20,true"})
    void the_dose_follows_the_range_of_the_total(int total, @Nullable Integer dose, boolean call) {
        var proposal = propose(total, NINE, List.of(), NINE);
        if (dose == null) {
            assertThat(proposal.obstacles()).containsExactly(new Obstacle.NoDoseForTotal(total));
            assertThat(proposal.possibleAt()).isNull();
        } else {
            assertThat(proposal.possible()).isTrue();
            assertThat(proposal.dose()).isEqualByComparingTo(dose(dose));
            assertThat(proposal.callPhysician()).isEqualTo(call);
        }
    }

    @Test
    void a_scale_counts_for_thirty_minutes_and_not_a_second_longer() {
        assertThat(propose(12, NINE, List.of(), minutes(30)).possible()).isTrue();
        var late = propose(12, NINE, List.of(), minutes(30).plusSeconds(1));
        assertThat(late.dose()).isNull();
        assertThat(late.obstacles()).containsExactly(new Obstacle.ScaleTooOld(NINE));
        assertThat(late.possibleAt()).isNull();
        assertThat(DoseEngine.propose(ORDER, facts(null, List.of()), LIMITS, NINE)
                        .obstacles())
                .containsExactly(new Obstacle.NoScale());
        assertThat(propose(12, minutes(1), List.of(), NINE).obstacles()).containsExactly(new Obstacle.NoScale());
    }

    @Test
    void the_interval_ends_to_the_second() {
        assertThat(propose(12, minutes(60), List.of(given(0, 10)), minutes(60)).possible())
                .isTrue();
        var before = minutes(60).minusSeconds(1);
        assertThat(propose(12, before, List.of(given(0, 10)), before).obstacles())
                .containsExactly(new Obstacle.Interval(NINE, minutes(60)));
    }

    @Test
    void the_maximum_may_be_reached_and_not_exceeded() {
        assertThat(propose(12, NINE, List.of(given(-120, 110)), NINE).possible())
                .isTrue();
        assertThat(propose(12, NINE, List.of(given(-120, 111)), NINE).possible())
                .isFalse();
        assertThat(propose(5, NINE, List.of(given(-120, 119)), NINE).obstacles())
                .containsExactly(new Obstacle.NoDoseForTotal(5));
        assertThat(propose(5, NINE, List.of(given(-120, 120)), NINE).obstacles())
                .hasSize(2)
                .last()
                .isInstanceOf(Obstacle.Maximum.class);
    }

    @Test
    void a_dose_leaves_the_window_after_exactly_one_day() {
        var day = 24 * 60;
        assertThat(propose(16, NINE, List.of(given(-day, 120)), NINE).possible())
                .isTrue();
        var almost = new PastDose(minutes(-day).plusSeconds(1), dose(120), "mg");
        var blocked = propose(16, NINE, List.of(almost), NINE);
        assertThat(blocked.obstacles())
                .containsExactly(new Obstacle.Maximum(dose(120), dose(20), dose(120), NINE.plusSeconds(1)));
        assertThat(blocked.possibleAt()).isEqualTo(NINE.plusSeconds(1));
    }

    @Test
    void the_maximum_tells_when_enough_doses_have_left_the_window() {
        var doses = List.of(given(-1200, 10), given(-1000, 40), given(-800, 60));
        var blocked = propose(16, NINE, doses, NINE);
        assertThat(blocked.possibleAt()).isEqualTo(minutes(-1200 + 24 * 60));
        var more = propose(16, NINE, List.of(given(-1200, 5), given(-1000, 45), given(-800, 60)), NINE);
        assertThat(more.possibleAt()).isEqualTo(minutes(-1000 + 24 * 60));
    }

    @Test
    void a_day_is_twenty_four_hours_also_when_the_clocks_change() {
        var sunday = Instant.parse("2026-10-25T01:30:00Z");
        var order = SampleOrders.order(SampleOrders.WORKED, sunday.minus(Duration.ofDays(9)), null);
        var dose = new PastDose(sunday, dose(120), "mg");
        var after = sunday.plus(Duration.ofHours(24));
        var facts = new DoseFacts(new ScaleResult(AssessmentId.create(), 16, after), List.of(dose), Map.of());
        assertThat(DoseEngine.propose(order, facts, LIMITS, after).possible()).isTrue();
        var early = after.minusSeconds(1);
        var before = new DoseFacts(new ScaleResult(AssessmentId.create(), 16, early), List.of(dose), Map.of());
        assertThat(DoseEngine.propose(order, before, LIMITS, early).possible()).isFalse();
    }

    @Test
    void only_an_order_in_force_proposes() {
        var order = SampleOrders.order(SampleOrders.WORKED, NINE, minutes(60));
        assertThat(at(order, NINE).possible()).isTrue();
        var early = at(order, NINE.minusSeconds(1));
        assertThat(early.obstacles()).containsExactly(new Obstacle.NotYet(NINE));
        assertThat(early.possibleAt()).isEqualTo(NINE);
        assertThat(at(order, minutes(60).minusSeconds(1)).possible()).isTrue();
        assertThat(at(order, minutes(60)).obstacles()).containsExactly(new Obstacle.Ended(minutes(60)));
        var stopped = SampleOrders.order(
                SampleOrders.DIAZEPAM,
                SampleOrders.WORKED,
                NINE,
                minutes(60),
                new MedicationOrder.Stop(minutes(30), false, "Sleepy", org.relais.shared.StaffId.create()));
        assertThat(at(stopped, minutes(30).minusSeconds(1)).possible()).isTrue();
        assertThat(at(stopped, minutes(30)).obstacles()).containsExactly(new Obstacle.Ended(minutes(30)));
    }

    @Test
    void what_becomes_possible_only_after_the_order_has_ended_is_not_promised() {
        var order = SampleOrders.order(SampleOrders.WORKED, NINE.minusSeconds(3600), minutes(50));
        var facts = facts(new ScaleResult(AssessmentId.create(), 12, minutes(20)), List.of(given(0, 10)));
        assertThat(DoseEngine.propose(order, facts, LIMITS, minutes(20)).possibleAt())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SEDATION,2,1,true",
        "SEDATION,2,2,false",
        "RESPIRATORY_RATE,12,12,true",
        "RESPIRATORY_RATE,12,11,false",
        "SYSTOLIC_PRESSURE,90,90,true",
        "SYSTOLIC_PRESSURE,90,89,false",
        "BREATH_ALCOHOL,0.5,0.499,true",
        "BREATH_ALCOHOL,0.5,0.5,false"
    })
    void the_dose_is_held_at_the_limit_of_the_order(
            HoldMeasure measure, BigDecimal limit, BigDecimal value, boolean possible) {
        var order = SampleOrders.order(
                SampleOrders.triggered(List.of(new HoldRule(measure, limit))), NINE.minusSeconds(1), null);
        var proposal = DoseEngine.propose(
                order,
                new DoseFacts(
                        new ScaleResult(AssessmentId.create(), 12, NINE),
                        List.of(),
                        Map.of(measure, new Measured(value, NINE))),
                LIMITS,
                NINE);
        assertThat(proposal.possible()).isEqualTo(possible);
        if (!possible) {
            assertThat(proposal.obstacles()).containsExactly(new Obstacle.Held(measure, value, limit));
            assertThat(proposal.possibleAt()).isNull();
        }
    }

    @Test
    void a_measure_that_was_not_taken_in_time_holds_the_dose() {
        var order = SampleOrders.order(
                SampleOrders.triggered(List.of(new HoldRule(HoldMeasure.RESPIRATORY_RATE, dose(12)))),
                NINE.minusSeconds(1),
                null);
        var scale = new ScaleResult(AssessmentId.create(), 12, minutes(30));
        assertThat(DoseEngine.propose(order, facts(scale, List.of()), LIMITS, minutes(30))
                        .obstacles())
                .containsExactly(new Obstacle.NotMeasured(HoldMeasure.RESPIRATORY_RATE, null));
        var measured = Map.of(HoldMeasure.RESPIRATORY_RATE, new Measured(dose(16), NINE));
        var facts = new DoseFacts(scale, List.of(), measured);
        assertThat(DoseEngine.propose(order, facts, LIMITS, minutes(30)).possible())
                .isTrue();
        var late = minutes(30).plusSeconds(1);
        assertThat(DoseEngine.propose(order, facts, LIMITS, late).obstacles())
                .containsExactly(new Obstacle.NotMeasured(HoldMeasure.RESPIRATORY_RATE, NINE));
    }

    @Test
    void every_reason_is_told_at_once() {
        var order = SampleOrders.order(
                SampleOrders.triggered(List.of(
                        new HoldRule(HoldMeasure.SEDATION, dose(2)),
                        new HoldRule(HoldMeasure.RESPIRATORY_RATE, dose(12)))),
                NINE.minusSeconds(1),
                null);
        var proposal = DoseEngine.propose(
                order,
                new DoseFacts(
                        new ScaleResult(AssessmentId.create(), 16, minutes(10)),
                        List.of(given(0, 110)),
                        Map.of(HoldMeasure.SEDATION, new Measured(dose(2), minutes(10)))),
                LIMITS,
                minutes(10));
        assertThat(proposal.obstacles())
                .extracting(Object::getClass)
                .containsExactly(
                        Obstacle.Interval.class,
                        Obstacle.Maximum.class,
                        Obstacle.Held.class,
                        Obstacle.NotMeasured.class);
    }

    @Test
    void doses_in_another_unit_are_not_added_up() {
        var proposal = propose(12, NINE, List.of(new PastDose(minutes(-120), dose(5), "mL")), NINE);
        assertThat(proposal.obstacles()).containsExactly(new Obstacle.OtherUnit("mL", minutes(-120 + 24 * 60)));
    }

    @Test
    void as_needed_asks_for_no_scale_and_keeps_interval_and_maximum() {
        var order = SampleOrders.order(
                new Regimen.AsNeeded(dose(50), 240, dose(100), 60), NINE.minus(Duration.ofDays(2)), null);
        assertThat(at(order, NINE, List.of()).dose()).isEqualByComparingTo("50");
        assertThat(at(order, NINE, List.of(given(-240, 50))).possible()).isTrue();
        assertThat(at(order, NINE, List.of(given(-239, 50))).possible()).isFalse();
        assertThat(at(order, NINE, List.of(given(-240, 50), given(-600, 50))).possibleAt())
                .isEqualTo(minutes(-600 + 24 * 60));
    }

    @Test
    void an_order_whose_doses_have_times_is_not_asked() {
        var order = SampleOrders.order(SampleOrders.daily(10, "08:00"), NINE, null);
        assertThatThrownBy(() -> at(order, NINE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Four weeks of nurses who score and give at random, against what B.5 says, told again in another way. */
    @Test
    void generated_histories_agree_with_the_rule_told_again() {
        var random = new Random(20261119);
        int proposed = 0;
        int refused = 0;
        for (int history = 0; history < 60; history++) {
            var doses = new ArrayList<PastDose>();
            var regimen = new Regimen.SymptomTriggered(
                    "CIWA_AR",
                    List.of(
                            new BandDose(8, 14, dose(5 + random.nextInt(10)), false),
                            new BandDose(15, null, dose(15 + random.nextInt(10)), true)),
                    30 + random.nextInt(120),
                    dose(40 + random.nextInt(100)),
                    List.of(),
                    60);
            var order = SampleOrders.order(regimen, NINE, NINE.plus(Duration.ofDays(3)));
            var now = NINE.minus(Duration.ofHours(1));
            for (int step = 0; step < 300; step++) {
                now = now.plusSeconds(random.nextInt(3600));
                var scale = random.nextInt(10) == 0
                        ? null
                        : new ScaleResult(
                                AssessmentId.create(), random.nextInt(30), now.minusSeconds(random.nextInt(2400)));
                var proposal = DoseEngine.propose(order, facts(scale, doses), LIMITS, now);
                var told = Told.of(order, regimen, scale, doses, now);
                assertThat(proposal.possible())
                        .as("history %d step %d", history, step)
                        .isEqualTo(told.why().isEmpty());
                assertThat(names(proposal))
                        .as("history %d step %d", history, step)
                        .isEqualTo(told.why());
                if (proposal.possible()) {
                    proposed++;
                    assertThat(proposal.dose()).isEqualTo(told.dose());
                    doses.add(new PastDose(now, java.util.Objects.requireNonNull(proposal.dose()), "mg"));
                } else {
                    refused++;
                }
            }
        }
        assertThat(proposed).isGreaterThan(300);
        assertThat(refused).isGreaterThan(3000);
    }

    private static TreeSet<String> names(DoseProposal proposal) {
        return proposal.obstacles().stream()
                .map(one -> one.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rule once more, by counting seconds one way and then the other. */
    private record Told(@Nullable BigDecimal dose, TreeSet<String> why) {

        static Told of(
                MedicationOrder order,
                Regimen.SymptomTriggered regimen,
                @Nullable ScaleResult scale,
                List<PastDose> doses,
                Instant now) {
            var why = new TreeSet<String>();
            long second = now.getEpochSecond();
            if (second < order.startsAt().getEpochSecond()) {
                why.add("NotYet");
            }
            if (order.endsAt() != null && second >= order.endsAt().getEpochSecond()) {
                why.add("Ended");
            }
            BigDecimal dose = null;
            if (scale == null) {
                why.add("NoScale");
            } else if (second - scale.at().getEpochSecond() > 1800) {
                why.add("ScaleTooOld");
            } else if (scale.total() >= 15) {
                dose = regimen.bands().get(1).dose();
            } else if (scale.total() >= 8) {
                dose = regimen.bands().get(0).dose();
            } else {
                why.add("NoDoseForTotal");
            }
            long sum = 0;
            for (var past : doses) {
                long age = second - past.at().getEpochSecond();
                if (age < 60L * regimen.minimumMinutes()) {
                    why.add("Interval");
                }
                if (age < 86_400) {
                    sum += past.dose().longValueExact();
                }
            }
            long most = regimen.maximum().longValueExact();
            if (dose == null ? sum >= most : sum + dose.longValueExact() > most) {
                why.add("Maximum");
            }
            return new Told(dose, why);
        }
    }

    private static DoseProposal propose(int total, Instant scored, List<PastDose> doses, Instant now) {
        return DoseEngine.propose(
                ORDER, facts(new ScaleResult(AssessmentId.create(), total, scored), doses), LIMITS, now);
    }

    private static DoseProposal at(MedicationOrder order, Instant now) {
        return DoseEngine.propose(
                order, facts(new ScaleResult(AssessmentId.create(), 12, now), List.of()), LIMITS, now);
    }

    private static DoseProposal at(MedicationOrder order, Instant now, List<PastDose> doses) {
        return DoseEngine.propose(order, facts(null, doses), LIMITS, now);
    }

    private static DoseFacts facts(@Nullable ScaleResult scale, List<PastDose> doses) {
        return new DoseFacts(scale, doses, Map.of());
    }

    private static PastDose given(int minutes, int dose) {
        return new PastDose(minutes(minutes), dose(dose), "mg");
    }

    private static Instant minutes(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
