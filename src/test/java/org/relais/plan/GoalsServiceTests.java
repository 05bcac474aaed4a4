package org.relais.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.EntryLevel;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.Conflict;
import org.relais.shared.GoalId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Goals from being written down to being closed, and the acts that served them, on a real database. */
@RelaisTest
@Import({Caseworkers.class, Planners.class})
class GoalsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Goals goals;

    @Autowired
    GoalSteps steps;

    @Autowired
    GoalActs acts;

    @Autowired
    Timeline timeline;

    Place here;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
    }

    @Test
    void a_goal_is_written_down_once_in_the_words_of_the_person() {
        var command = planners.command(here, "Un chez-moi où ma fille peut venir", today.plusDays(60));
        as(Role.SOCIAL_WORKER, () -> {
            var first = goals.add(planners.write(person), command);
            assertThat(goals.add(planners.write(person), command)).isEqualTo(first);
            return first;
        });
        assertThat(list()).singleElement().satisfies(goal -> {
            assertThat(goal.statement()).isEqualTo("Un chez-moi où ma fille peut venir");
            assertThat(goal.state()).isEqualTo(GoalState.DRAFT);
            assertThat(goal.number()).isEqualTo(1);
            assertThat(goal.daysLeft()).isEqualTo(60);
            assertThat(goal.owner()).isEqualTo(here.member(Role.SOCIAL_WORKER).id());
        });
        assertThat(entries()).containsExactly("plan.goal");
    }

    @Test
    void a_goal_is_agreed_with_a_criterion_and_a_step_and_not_without() {
        var goal = planners.add(here, person, "Un chez-moi");
        var agree = new MoveGoal(goal.id(), 1, GoalState.AGREED, today, null);
        refused("plan.error.no-step", () -> goals.move(planners.write(person), agree));
        as(Role.SOCIAL_WORKER, () -> planners.step(planners.write(person), goal, GoalStepState.CANCELLED, today));
        refused("plan.error.no-step", () -> goals.move(planners.write(person), agree));
        as(Role.SOCIAL_WORKER, () -> planners.step(planners.write(person), goal, GoalStepState.TODO, today));
        var agreed = as(Role.SOCIAL_WORKER, () -> goals.move(planners.write(person), agree));
        assertThat(agreed.state()).isEqualTo(GoalState.AGREED);
        assertThat(agreed.signedOn()).isEqualTo(today);
        assertThatThrownBy(() -> as(
                        Role.SOCIAL_WORKER,
                        () -> goals.change(
                                planners.write(person), new ChangeGoal(goal.id(), 2, "Un chez-moi", " ", null, null))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("criterion"));
    }

    @Test
    void what_was_attained_says_what_shows_it_and_when_and_stays_attained() {
        var goal = planners.agreed(here, person, "Un chez-moi", today.minusDays(30));
        for (var wrong : List.of(
                new MoveGoal(goal.id(), 2, GoalState.ATTAINED, today, " "),
                new MoveGoal(goal.id(), 2, GoalState.ATTAINED, today.plusDays(1), "Bail signé"),
                new MoveGoal(goal.id(), 2, GoalState.ATTAINED, today.minusDays(31), "Bail signé"))) {
            assertThatThrownBy(() -> as(Role.SOCIAL_WORKER, () -> goals.move(planners.write(person), wrong)))
                    .isInstanceOf(InvalidInput.class);
        }
        var attained = as(
                Role.SOCIAL_WORKER,
                () -> goals.move(
                        planners.write(person),
                        new MoveGoal(goal.id(), 2, GoalState.ATTAINED, today.minusDays(2), "Bail signé")));
        assertThat(attained.endedOn()).isEqualTo(today.minusDays(2));
        assertThat(attained.evidence()).isEqualTo("Bail signé");
        refused(
                "plan.error.move.obsolete",
                () -> goals.move(
                        planners.write(person), new MoveGoal(goal.id(), 3, GoalState.IN_PROGRESS, null, null)));
        var again = as(
                Role.SOCIAL_WORKER,
                () -> goals.add(
                        planners.write(person),
                        new AddGoal(
                                GoalId.create(),
                                here.centre(),
                                GoalDomain.HOUSING,
                                "Garder mon logement",
                                null,
                                null,
                                null,
                                goal.id())));
        assertThat(again.reopens()).isEqualTo(goal.id());
        assertThat(again.number()).isEqualTo(2);
        assertThat(list()).extracting(GoalRow::state).containsExactly(GoalState.DRAFT, GoalState.ATTAINED);
    }

    @Test
    void an_open_goal_needs_no_reopening() {
        var open = planners.add(here, person, "Un chez-moi");
        assertThatThrownBy(() -> as(
                        Role.SOCIAL_WORKER,
                        () -> goals.add(
                                planners.write(person),
                                new AddGoal(
                                        GoalId.create(),
                                        here.centre(),
                                        GoalDomain.HOUSING,
                                        "Encore",
                                        null,
                                        null,
                                        null,
                                        open.id()))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("reopens"));
    }

    @Test
    void a_change_made_meanwhile_is_shown_and_nothing_is_overwritten() {
        var goal = planners.add(here, person, "Un chez-moi");
        as(
                Role.SOCIAL_WORKER,
                () -> goals.change(
                        planners.write(person), new ChangeGoal(goal.id(), 1, "Un studio", "Un bail", null, null)));
        assertThatThrownBy(() -> as(
                        Role.PHYSICIAN,
                        () -> goals.change(
                                planners.write(person), new ChangeGoal(goal.id(), 1, "Une chambre", null, null, null))))
                .isInstanceOfSatisfying(
                        StaleGoal.class,
                        error -> assertThat(error.stored().statement()).isEqualTo("Un studio"));
        var history = as(Role.SOCIAL_WORKER, () -> goals.history(planners.read(person), goal.id()));
        assertThat(history).extracting(GoalChangeRow::statement).containsExactly("Un studio", "Un chez-moi");
    }

    @ParameterizedTest
    @EnumSource(GoalState.class)
    void a_goal_goes_only_where_its_life_leads(GoalState target) {
        var draft = planners.add(here, person, "Un chez-moi");
        as(Role.SOCIAL_WORKER, () -> planners.step(planners.write(person), draft, GoalStepState.TODO, today));
        var command = new MoveGoal(draft.id(), 1, target, today, "Vu");
        switch (target) {
            case DRAFT, AGREED, ABANDONED_BY_PERSON, OBSOLETE ->
                assertThat(as(Role.SOCIAL_WORKER, () -> goals.move(planners.write(person), command))
                                .state())
                        .isEqualTo(target);
            case IN_PROGRESS, ATTAINED, PARTLY_ATTAINED, NOT_ATTAINED ->
                assertThatThrownBy(() -> as(Role.SOCIAL_WORKER, () -> goals.move(planners.write(person), command)))
                        .isInstanceOf(Conflict.class);
        }
    }

    @Test
    void who_reads_the_plan_as_a_summary_sees_the_line_and_not_the_goal() {
        planners.add(here, person, "Un chez-moi");
        var seen = here.as(Role.COORDINATOR, () -> goals.of(planners.read(person)));
        assertThat(seen.goals()).isEmpty();
        assertThat(seen.titles())
                .singleElement()
                .extracting(GoalTitle::statement)
                .isEqualTo("Un chez-moi");
    }

    @Test
    void a_step_shows_each_reader_what_its_section_gives_them() {
        var goal = planners.add(here, person, "Un chez-moi");
        as(
                Role.SOCIAL_WORKER,
                () -> planners.step(planners.write(person), goal, GoalStepState.TODO, today.minusDays(3)));
        var social = here.as(Role.SOCIAL_WORKER, () -> steps.of(planners.record(person), List.of(goal.id())));
        assertThat(social).singleElement().satisfies(step -> {
            assertThat(step.level()).isEqualTo(EntryLevel.FULL);
            assertThat(step.daysLeft()).isEqualTo(-3);
            assertThat(step.overdue()).isTrue();
        });
        var peer = here.as(Role.PEER_WORKER, () -> steps.of(planners.record(person), List.of(goal.id())));
        assertThat(peer).singleElement().satisfies(step -> {
            assertThat(step.level()).isEqualTo(EntryLevel.SUMMARY);
            assertThat(step.source()).isNull();
            assertThat(step.owner()).isNull();
        });
    }

    @Test
    void a_step_outlives_its_goal_and_may_be_postponed_while_none_is_added_to_it() {
        var goal = planners.add(here, person, "Un chez-moi");
        var source =
                as(Role.SOCIAL_WORKER, () -> planners.step(planners.write(person), goal, GoalStepState.TODO, today));
        as(
                Role.SOCIAL_WORKER,
                () -> goals.move(
                        planners.write(person),
                        new MoveGoal(goal.id(), 1, GoalState.ABANDONED_BY_PERSON, today, "Ne le veut plus")));
        as(Role.SOCIAL_WORKER, () -> {
            planners.keep(planners.write(person), goal, source, GoalStepState.TODO, today.plusDays(9));
            return source;
        });
        assertThat(here.as(Role.SOCIAL_WORKER, () -> steps.of(planners.record(person), List.of(goal.id()))))
                .singleElement()
                .satisfies(step -> assertThat(step.dueOn()).isEqualTo(today.plusDays(9)));
        assertThatThrownBy(() -> as(
                        Role.SOCIAL_WORKER,
                        () -> planners.step(planners.write(person), goal, GoalStepState.TODO, today)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_act_is_linked_once_and_may_be_taken_back() {
        var goal = planners.add(here, person, "Un chez-moi");
        var step = caseworkers.add(here, person, "Visite", today);
        var act = here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(planners.record(person), TimelineFilter.ALL, null, 20).rows().stream()
                        .filter(entry -> "reintegration.step".equals(entry.type()))
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(step).isNotNull();
        as(Role.PHYSICIAN, () -> {
            acts.link(planners.write(person), planners.record(person), goal.id(), act);
            acts.link(planners.write(person), planners.record(person), goal.id(), act);
            return act;
        });
        assertThat(here.as(Role.SOCIAL_WORKER, () -> acts.of(planners.record(person), List.of(goal.id()), null)))
                .singleElement()
                .satisfies(linked -> assertThat(linked.entry().title()).isEqualTo("Visite"));
        assertThat(here.as(Role.SOCIAL_WORKER, () -> acts.served(planners.read(person), List.of(act))))
                .containsEntry(act, List.of(goal.id()));
        as(Role.PHYSICIAN, () -> {
            acts.unlink(planners.write(person), goal.id(), act);
            return act;
        });
        assertThat(here.as(Role.SOCIAL_WORKER, () -> acts.of(planners.record(person), List.of(goal.id()), null)))
                .isEmpty();
        var other = caseworkers.register(here, "Ana");
        assertThatThrownBy(() -> as(Role.PHYSICIAN, () -> {
                    acts.link(planners.write(other), planners.record(other), goal.id(), act);
                    return act;
                }))
                .isInstanceOf(NotFound.class);
    }

    private List<GoalRow> list() {
        return here.as(Role.SOCIAL_WORKER, () -> goals.of(planners.read(person)).goals());
    }

    private List<String> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(planners.record(person), TimelineFilter.ALL, null, 20).rows().stream()
                        .map(entry -> String.valueOf(entry.type()))
                        .filter(type -> type.startsWith("plan."))
                        .toList());
    }

    private void refused(String key, Callable<?> act) {
        assertThatThrownBy(() -> as(Role.SOCIAL_WORKER, act))
                .isInstanceOfSatisfying(
                        Conflict.class, error -> assertThat(error.key()).isEqualTo(key));
    }

    private <T> T as(Role role, Callable<T> act) {
        return here.as(role, act);
    }
}
