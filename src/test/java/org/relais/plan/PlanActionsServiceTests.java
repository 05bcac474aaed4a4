package org.relais.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.ActionId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the professions do for a goal, with its tasks, on a real database. */
@RelaisTest
@Import({Caseworkers.class, Planners.class})
class PlanActionsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    PlanActions actions;

    @Autowired
    Goals goals;

    @Autowired
    GoalSteps steps;

    @Autowired
    Worklist worklist;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

    @Autowired
    Protections protections;

    Place here;
    Place elsewhere;
    PersonId person;
    LocalDate today;
    GoalRow goal;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
        goal = planners.add(here, person, "Un chez-moi");
    }

    @Test
    void an_action_has_the_discipline_of_its_owner_a_task_and_a_place_under_the_goal() {
        var psychologist = here.member(Role.PSYCHOLOGIST).id();
        var command = command(today.plusDays(3), psychologist);
        here.as(Role.SOCIAL_WORKER, () -> {
            var first = actions.add(planners.write(person), command);
            assertThat(actions.add(planners.write(person), command)).isEqualTo(first);
            assertThat(first.discipline()).isEqualTo(Discipline.PSYCHOLOGICAL);
            return first;
        });
        assertThat(here.as(Role.SOCIAL_WORKER, () -> steps.of(planners.record(person), List.of(goal.id()))))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.discipline()).isEqualTo(Discipline.PSYCHOLOGICAL);
                    assertThat(step.daysLeft()).isEqualTo(3);
                    assertThat(step.owner()).isEqualTo(psychologist);
                });
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo(psychologist);
            assertThat(task.dueOn()).isEqualTo(today.plusDays(3));
        });
        assertThat(entries()).containsExactly("plan.action", "plan.goal");
    }

    @Test
    void the_person_may_see_to_it_themselves() {
        var added = here.as(
                Role.PHYSICIAN,
                () -> actions.add(
                        planners.write(person),
                        new AddAction(
                                ActionId.create(), goal.id(), here.centre(), "Appeler ma fille", today, true, null)));
        assertThat(added.owner()).isNull();
        assertThat(added.discipline()).isEqualTo(Discipline.MEDICAL);
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.assignee()).isNull());
    }

    @Test
    void nobody_gets_a_task_who_could_not_open_the_record() {
        for (var who : List.of(
                elsewhere.member(Role.PSYCHOLOGIST).id(),
                here.member(Role.COORDINATOR).id(),
                here.member(Role.AUDITOR).id(),
                new StaffId(ActionId.create().value()))) {
            refusedAt("owner", command(today, who));
        }
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    java.util.Set.of(here.member(Role.SOCIAL_WORKER).id()),
                    "Threatened");
            return person;
        });
        refusedAt("owner", command(today, here.member(Role.PSYCHOLOGIST).id()));
        assertThat(tasks()).isEmpty();
    }

    @Test
    void a_changed_day_and_another_owner_move_the_task_and_done_closes_it() {
        var added = add();
        var nurse = here.member(Role.NURSE).id();
        var given = here.as(
                Role.SOCIAL_WORKER,
                () -> actions.change(
                        planners.write(person), ChangeAction.replan(added, today.plusDays(9), false, nurse)));
        assertThat(given.discipline()).isEqualTo(Discipline.MEDICAL);
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo(nurse);
            assertThat(task.dueOn()).isEqualTo(today.plusDays(9));
        });
        here.as(
                Role.NURSE,
                () -> actions.change(planners.write(person), ChangeAction.move(given, GoalStepState.DONE, null)));
        assertThat(tasks()).isEmpty();
        assertThat(here.as(Role.NURSE, () -> actions.history(planners.read(person), added.id())))
                .extracting(ActionChangeRow::state)
                .containsExactly(GoalStepState.DONE, GoalStepState.TODO, GoalStepState.TODO);
    }

    @Test
    void what_was_changed_meanwhile_is_shown_and_nothing_is_overwritten() {
        var added = add();
        here.as(
                Role.SOCIAL_WORKER,
                () -> actions.change(planners.write(person), ChangeAction.move(added, GoalStepState.DOING, null)));
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> actions.change(
                                planners.write(person), ChangeAction.replan(added, today.plusDays(1), true, null))))
                .isInstanceOfSatisfying(
                        StaleAction.class,
                        stale -> assertThat(stale.stored().state()).isEqualTo(GoalStepState.DOING));
    }

    @ParameterizedTest
    @EnumSource(GoalStepState.class)
    void a_blocked_action_says_why_and_is_taken_up_again_first(GoalStepState target) {
        var added = add();
        here.as(
                Role.SOCIAL_WORKER,
                () -> actions.change(planners.write(person), ChangeAction.move(added, GoalStepState.DOING, null)));
        refusedAt("reason", () -> ChangeAction.move(stored(), GoalStepState.BLOCKED, " "));
        here.as(
                Role.SOCIAL_WORKER,
                () -> actions.change(
                        planners.write(person), ChangeAction.move(stored(), GoalStepState.BLOCKED, "Pas de réponse")));
        assertThat(stored().reason()).isEqualTo("Pas de réponse");
        var command = ChangeAction.move(stored(), target, "Sans objet");
        switch (target) {
            case DOING, BLOCKED, CANCELLED -> {
                here.as(Role.SOCIAL_WORKER, () -> actions.change(planners.write(person), command));
                assertThat(stored().state()).isEqualTo(target);
            }
            case TODO, DONE ->
                assertThatThrownBy(() ->
                                here.as(Role.SOCIAL_WORKER, () -> actions.change(planners.write(person), command)))
                        .isInstanceOf(Conflict.class);
        }
    }

    @Test
    void nothing_new_is_begun_for_a_closed_goal() {
        here.as(
                Role.SOCIAL_WORKER,
                () -> goals.move(
                        planners.write(person),
                        new MoveGoal(goal.id(), 1, GoalState.OBSOLETE, today, "Il a déménagé")));
        refusedAt("goal", command(today, null));
    }

    private AddAction command(LocalDate due, @Nullable StaffId owner) {
        return new AddAction(ActionId.create(), goal.id(), here.centre(), "Appeler le bailleur", due, false, owner);
    }

    private ActionRow add() {
        return here.as(Role.SOCIAL_WORKER, () -> actions.add(planners.write(person), command(today, null)));
    }

    private ActionRow stored() {
        return here.as(
                Role.SOCIAL_WORKER, () -> actions.of(planners.read(person)).getFirst());
    }

    private void refusedAt(String field, AddAction command) {
        assertThatThrownBy(() -> here.as(Role.SOCIAL_WORKER, () -> actions.add(planners.write(person), command)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo(field));
    }

    private void refusedAt(String field, java.util.function.Supplier<ChangeAction> command) {
        assertThatThrownBy(
                        () -> here.as(Role.SOCIAL_WORKER, () -> actions.change(planners.write(person), command.get())))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo(field));
    }

    private List<DueRow> tasks() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> worklist.due(planners.record(person)).stream()
                        .filter(task -> task.kind().equals("plan.action"))
                        .toList());
    }

    private List<String> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(planners.record(person), TimelineFilter.ALL, null, 20).rows().stream()
                        .map(row -> String.valueOf(row.type()))
                        .filter(type -> type.startsWith("plan."))
                        .toList());
    }
}
