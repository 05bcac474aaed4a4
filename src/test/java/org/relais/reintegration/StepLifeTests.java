package org.relais.reintegration;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.relais.reintegration.StepLife.Standing;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.StepId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The life of a step (domain reference F.2). */
class StepLifeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final LocalDate DUE = TODAY.plusDays(10);

    @Test
    void a_step_is_begun_before_it_is_done_or_blocked() {
        assertThat(StepStatus.TODO.next()).isEqualTo(EnumSet.of(StepStatus.DOING, StepStatus.CANCELLED));
        assertThat(StepStatus.DOING.next())
                .isEqualTo(EnumSet.of(StepStatus.TODO, StepStatus.BLOCKED, StepStatus.DONE, StepStatus.CANCELLED));
    }

    @Test
    void a_blocked_step_is_taken_up_again_or_cancelled() {
        assertThat(StepStatus.BLOCKED.next()).isEqualTo(EnumSet.of(StepStatus.DOING, StepStatus.CANCELLED));
    }

    @ParameterizedTest
    @EnumSource(StepStatus.class)
    void what_is_not_a_next_status_is_refused(StepStatus from) {
        var refused = EnumSet.complementOf(EnumSet.copyOf(union(from.next(), from)));
        for (var to : refused) {
            assertThatThrownBy(() -> change(from, to, DUE, "because")).isInstanceOf(Conflict.class);
        }
        for (var to : from.next()) {
            assertThat(change(from, to, DUE, "because").status()).isEqualTo(to);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "CANCELLED"})
    void a_closed_step_stays_as_it_is(StepStatus closed) {
        assertThat(closed.next()).isEmpty();
        assertThat(closed.open()).isFalse();
        assertThatThrownBy(() -> change(closed, closed, DUE.plusDays(1), null)).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "CANCELLED"})
    void why_it_is_blocked_or_cancelled_has_to_be_said(StepStatus status) {
        assertThatThrownBy(() -> change(StepStatus.DOING, status, DUE, "  "))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("reason");
                    assertThat(refusal.key()).isEqualTo("shared.error.required");
                });
        assertThat(change(StepStatus.DOING, status, DUE, " No answer ").reason())
                .isEqualTo("No answer");
    }

    @Test
    void a_reason_ends_with_the_block_and_stays_when_only_the_due_day_changes() {
        var blocked = standing(StepStatus.BLOCKED, DUE, "No answer");
        assertThat(change(blocked, StepStatus.BLOCKED, DUE.plusDays(7), null))
                .isEqualTo(standing(StepStatus.BLOCKED, DUE.plusDays(7), "No answer"));
        assertThat(change(blocked, StepStatus.DOING, DUE, null).reason()).isNull();
    }

    @Test
    void a_due_day_lies_between_a_year_back_and_five_years_ahead() {
        assertThat(StepLife.requireDue(TODAY.minusYears(1), TODAY)).isEqualTo(TODAY.minusYears(1));
        assertThat(StepLife.requireDue(TODAY.plusYears(5), TODAY)).isEqualTo(TODAY.plusYears(5));
        for (var day : new LocalDate[] {
            TODAY.minusYears(1).minusDays(1), TODAY.plusYears(5).plusDays(1), null
        }) {
            assertThatThrownBy(() -> StepLife.requireDue(day, TODAY))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("dueOn"));
        }
    }

    @Test
    void a_due_day_that_was_once_set_may_stay_however_old_it_is() {
        var old = standing(StepStatus.DOING, TODAY.minusYears(3), null);
        assertThat(change(old, StepStatus.DONE, old.dueOn(), null).status()).isEqualTo(StepStatus.DONE);
    }

    @Test
    void an_answer_is_awaited_from_somebody_who_is_named() {
        var doing = standing(StepStatus.DOING, DUE, null);
        assertThatThrownBy(() -> answer(doing, StepStatus.DOING, Answer.AWAITED, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("partner"));
        var asked = answer(doing, StepStatus.DOING, Answer.AWAITED, "CAF");
        assertThat(asked.awaitedSince()).isEqualTo(TODAY);
        assertThat(asked.partner()).isEqualTo("CAF");
        var later =
                StepLife.change(asked, wanted(StepStatus.DOING, DUE, null, Answer.AWAITED, null), TODAY.plusDays(9));
        assertThat(later.awaitedSince()).as("since it was first asked").isEqualTo(TODAY);
        assertThat(answer(asked, StepStatus.BLOCKED, Answer.AS_BEFORE, null).awaitedSince())
                .isEqualTo(TODAY);
        assertThat(answer(asked, StepStatus.DOING, Answer.CAME, null).awaitedSince())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"TODO", "DONE", "CANCELLED"})
    void nobody_waits_for_an_answer_to_what_is_not_begun_or_is_closed(StepStatus status) {
        var asked = answer(standing(StepStatus.DOING, DUE, null), StepStatus.DOING, Answer.AWAITED, "CAF");
        assertThat(answer(asked, status, Answer.AS_BEFORE, null).awaitedSince()).isNull();
    }

    @Test
    void a_step_somebody_outside_sees_to_awaits_their_answer_once_begun_and_is_taken_up_by_somebody_after_it() {
        var outside =
                new Standing(StepStatus.TODO, DUE, null, null, null, new Responsible.ThirdParty("Landlord"), null);
        var begun = answer(outside, StepStatus.DOING, Answer.AS_BEFORE, null);
        assertThat(begun.awaitedSince()).isEqualTo(TODAY);
        assertThatThrownBy(() -> answer(begun, StepStatus.DOING, Answer.CAME, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("responsible"));
        var taken = StepLife.change(
                begun, wanted(StepStatus.DOING, DUE, null, Answer.CAME, null).by(new Responsible.ThePerson()), TODAY);
        assertThat(taken.awaitedSince()).isNull();
        assertThat(taken.responsible()).isEqualTo(new Responsible.ThePerson());
        assertThat(answer(begun, StepStatus.DONE, Answer.CAME, null).status()).isEqualTo(StepStatus.DONE);
    }

    private static Standing change(StepStatus from, StepStatus to, LocalDate dueOn, @Nullable String reason) {
        return change(standing(from, DUE, null), to, dueOn, reason);
    }

    private static Standing change(Standing before, StepStatus to, LocalDate dueOn, @Nullable String reason) {
        return StepLife.change(before, wanted(to, dueOn, reason, Answer.AS_BEFORE, null), TODAY);
    }

    private static Standing answer(Standing before, StepStatus to, Answer answer, @Nullable String partner) {
        return StepLife.change(before, wanted(to, before.dueOn(), "because", answer, partner), TODAY);
    }

    private static ChangeStep wanted(
            StepStatus to, LocalDate dueOn, @Nullable String reason, Answer answer, @Nullable String partner) {
        return new ChangeStep(StepId.create(), 1, to, dueOn, reason, answer, partner, null, null);
    }

    private static Standing standing(StepStatus status, LocalDate dueOn, @Nullable String reason) {
        return new Standing(status, dueOn, reason, null, null, new Responsible.ThePerson(), null);
    }

    private static Set<StepStatus> union(Set<StepStatus> some, StepStatus one) {
        var all = EnumSet.of(one);
        all.addAll(some);
        return all;
    }
}
