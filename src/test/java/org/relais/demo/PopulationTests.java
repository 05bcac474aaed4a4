package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.agenda.AppointmentState;
import org.relais.demand.DemandItem;
import org.relais.detox.DetoxOutcome;
import org.relais.episode.EndReason;
import org.relais.plan.GoalState;
import org.relais.referral.ReferralState;
import org.relais.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether everybody together looks like a service: of what is written, before anything is stored. */
class PopulationTests {

    private static final Instant NOW = Instant.parse("2027-06-10T13:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 10);
    private static final int MONTH = 30;
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration RELATION = Duration.ofDays(30);

    private static Script script = new Script(List.of(), List.of());

    @BeforeAll
    static void write() {
        script = Script.of(DemonstrationYear.SEED, Script.MOST, NOW);
    }

    /** The share of taken beds in each month but the first two, in which the house fills. */
    @ParameterizedTest
    @CsvSource({"WITHDRAWAL, 60, 95", "RESIDENCE, 75, 98"})
    void the_beds_are_taken_as_in_a_service(Ward ward, int least, int most) {
        var nights = new HashMap<Long, Integer>();
        var since = new HashMap<Integer, LocalDate>();
        for (var act : script.acts()) {
            var day = LocalDate.ofInstant(act.at(), DemonstrationHouse.ZONE);
            if (act.deed() instanceof Deed.AdmitTo admission && admission.ward() == ward) {
                since.put(act.person(), day);
            } else if (act.deed() instanceof Deed.DischargeFrom left && left.ward() == ward) {
                var came = since.remove(act.person());
                if (came != null) {
                    came.datesUntil(day).forEach(night -> nights.merge(month(night), 1, Integer::sum));
                }
            }
        }
        since.values()
                .forEach(came -> came.datesUntil(TODAY).forEach(night -> nights.merge(month(night), 1, Integer::sum)));
        for (var month = 0L; month < 22; month++) {
            assertThat(100 * nights.getOrDefault(month, 0) / (MONTH * BedPlan.beds(ward)))
                    .as("%s, %d months ago", ward, month)
                    .isBetween(least, most);
        }
    }

    @Test
    void one_in_seven_discharges_from_the_ward_or_so_is_followed_by_a_return_within_a_month() {
        var left = new HashMap<Integer, LocalDate>();
        var back = 0;
        var all = 0;
        for (var act : script.acts()) {
            var day = LocalDate.ofInstant(act.at(), DemonstrationHouse.ZONE);
            if (act.deed() instanceof Deed.DischargeFrom leaving && leaving.ward() == Ward.WITHDRAWAL) {
                left.put(act.person(), day);
                all++;
            } else if (act.deed() instanceof Deed.AdmitTo admission && admission.ward() == Ward.WITHDRAWAL) {
                var before = left.get(act.person());
                if (before != null && ChronoUnit.DAYS.between(before, day) <= 30) {
                    back++;
                }
            }
        }
        assertThat(all).isGreaterThan(250);
        assertThat(100 * back / all).isBetween(8, 20);
    }

    @Test
    void one_in_seven_appointments_or_so_is_missed() {
        var missed = count(deed -> deed instanceof Deed.NoteLast(var state) && state == AppointmentState.NO_SHOW);
        var attended = count(deed -> deed instanceof Deed.NoteLast(var state) && state == AppointmentState.ATTENDED);
        assertThat(missed + attended).isGreaterThan(300);
        assertThat(100 * missed / (missed + attended)).isBetween(10L, 20L);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ENTERED_IN_ERROR"})
    void withdrawals_end_in_every_way(DetoxOutcome outcome) {
        assertThat(count(deed -> deed instanceof Deed.EndDetoxWith(var how) && how == outcome))
                .isPositive();
    }

    @Test
    void most_withdrawals_are_completed_and_many_are_not() {
        var ended = count(deed -> deed instanceof Deed.EndDetoxWith);
        var completed = count(deed -> deed instanceof Deed.EndDetoxWith(var how) && how.completed());
        assertThat(ended).isGreaterThan(120);
        assertThat(100 * completed / ended).isBetween(55L, 80L);
    }

    @Test
    void treatments_goals_and_referrals_end_in_many_ways() {
        assertThat(deeds(Deed.DischargeFrom.class).map(Deed.DischargeFrom::reason))
                .contains(EnumSet.complementOf(EnumSet.of(EndReason.ENTERED_IN_ERROR))
                        .toArray(EndReason[]::new));
        assertThat(deeds(PlanDeed.MoveTo.class).map(PlanDeed.MoveTo::state))
                .contains(
                        GoalState.ATTAINED,
                        GoalState.PARTLY_ATTAINED,
                        GoalState.NOT_ATTAINED,
                        GoalState.ABANDONED_BY_PERSON,
                        GoalState.OBSOLETE);
        assertThat(deeds(Deed.AnswerReferral.class).map(Deed.AnswerReferral::state))
                .contains(
                        ReferralState.RECEIVED,
                        ReferralState.APPOINTMENT,
                        ReferralState.ATTENDED,
                        ReferralState.NO_SHOW,
                        ReferralState.REFUSED);
    }

    @Test
    void some_answers_are_not_known_and_some_things_were_not_asked() {
        var answers =
                deeds(Deed.AnswerIntake.class).map(Deed.AnswerIntake::answers).toList();
        assertThat(answers).hasSizeGreaterThan(100);
        var items = List.of(DemandItem.PREVIOUS, DemandItem.REFERRAL, DemandItem.LIVING_WITH);
        var social = answers.stream()
                .filter(one -> items.stream().anyMatch(one::containsKey))
                .toList();
        for (var item : items) {
            var codes = social.stream().map(one -> one.get(item)).toList();
            assertThat(codes).as("%s", item).containsNull();
            assertThat(codes.stream().filter(Objects::nonNull).map(Deed.AnswerIntake.Answer::code))
                    .contains("NK")
                    .hasSizeGreaterThan(60);
        }
    }

    /** Nobody who signs in with an account that is offered looks after anybody without a story. */
    @Test
    void the_day_of_the_accounts_offered_is_theirs_of_the_stories_alone() {
        var offered = new HashSet<String>();
        Stream.of(Role.values()).forEach(role -> offered.add(Cast.first(role).username()));
        assertThat(script.acts().stream().filter(act -> act.person() >= Script.FEWEST))
                .allSatisfy(act -> {
                    switch (act.deed()) {
                        case Deed.OfAgenda _, Deed.OfReview _, Deed.OfReferral _, Deed.OfAftercare _, Deed.OfPlan _ ->
                            assertThat(offered).doesNotContain(act.colleague());
                        case Deed.PlanStep _, Deed.LeaveDraft _ -> throw new AssertionError(act.toString());
                        default -> {
                            // Leaves nothing to do
                        }
                    }
                });
    }

    /** The ward of today is that of the stories: nobody else is in a bed of Les Tilleuls. */
    @Test
    void nobody_without_a_story_is_on_the_ward_now() {
        var there = new HashSet<Integer>();
        for (var act : script.acts()) {
            if (act.deed() instanceof Deed.AdmitTo admission && admission.ward() == Ward.WITHDRAWAL) {
                there.add(act.person());
            } else if (act.deed() instanceof Deed.DischargeFrom leaving && leaving.ward() == Ward.WITHDRAWAL) {
                there.remove(act.person());
            }
        }
        assertThat(there).isNotEmpty().allMatch(person -> person < Script.FEWEST);
    }

    /**
     * Whatever the day and hour of the first start: an act that the services refuse stops it. Goes through the lives of
     * those without a story as the services would.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T05:30:00Z",
                "2026-11-27T19:10:00Z",
                "2026-12-05T07:00:00Z",
                "2026-12-20T22:50:00Z",
                "2027-01-01T11:00:00Z",
                "2027-02-14T16:40:00Z",
                "2027-03-28T09:20:00Z",
                "2027-07-03T13:00:00Z",
                "2027-10-31T23:30:00Z"
            })
    void nothing_is_done_that_could_not_be_done_then(Instant now) {
        var lives = new HashMap<Integer, Treatments>();
        for (var act : Script.of(DemonstrationYear.SEED, Script.MOST, now).acts()) {
            if (act.person() >= Script.FEWEST) {
                lives.computeIfAbsent(act.person(), _ -> new Treatments()).accept(act);
            }
        }
        assertThat(lives).hasSize(Script.MOST - Script.FEWEST);
    }

    /** What goes on for one person, and since when nothing does. */
    private static final class Treatments {

        private final Map<Ward, Boolean> begun = new EnumMap<>(Ward.class);
        private boolean watched;
        private Instant left = NEVER;

        void accept(Act act) {
            if (!(act.deed() instanceof Deed.Register) && !(act.deed() instanceof Deed.OfAftercare)) {
                // Some days after the last discharge nobody takes part any more
                assertThat(act.at()).as("%s", act).isBefore(known(act.deed()) ? NEVER : left.plus(RELATION));
            }
            switch (act.deed()) {
                case Deed.Register _ -> assertThat(left).as("%s", act).isEqualTo(NEVER);
                case Deed.Enquire(var ward, var _) ->
                    assertThat(begun.put(ward, false)).as("%s", act).isNull();
                case Deed.PutOnList listed ->
                    assertThat(begun.get(listed.ward())).as("%s", act).isEqualTo(false);
                case Deed.AdmitTo admission -> {
                    assertThat(Boolean.TRUE.equals(begun.get(Ward.WITHDRAWAL))
                                    || Boolean.TRUE.equals(begun.get(Ward.RESIDENCE)))
                            .as("%s", act)
                            .isFalse();
                    assertThat(begun.put(admission.ward(), true)).as("%s", act).isEqualTo(false);
                }
                case Deed.StartAt(var ward) ->
                    assertThat(begun.put(ward, true)).as("%s", act).isEqualTo(false);
                case Deed.DischargeFrom leaving -> {
                    assertThat(begun.remove(leaving.ward())).as("%s", act).isNotNull();
                    left = act.at();
                }
                case Deed.BeginDetox _ -> {
                    assertThat(watched).as("%s", act).isFalse();
                    watched = true;
                }
                case Deed.EndDetoxWith _ -> {
                    assertThat(watched).as("%s", act).isTrue();
                    watched = false;
                }
                case Deed.AnswerIntake _ -> assertThat(begun).as("%s", act).containsValue(true);
                default -> {
                    // Asks for nothing but that somebody takes part
                }
            }
        }

        private boolean known(Deed deed) {
            return !begun.isEmpty() || deed instanceof Deed.Register;
        }
    }

    private static long month(LocalDate night) {
        return (ChronoUnit.DAYS.between(night, TODAY) - 1) / MONTH;
    }

    private static long count(Predicate<Deed> of) {
        return everybody().filter(of).count();
    }

    private static <D extends Deed> Stream<D> deeds(Class<D> kind) {
        return everybody().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Deed> everybody() {
        Collection<Act> acts = script.acts();
        return acts.stream().map(Act::deed);
    }
}
