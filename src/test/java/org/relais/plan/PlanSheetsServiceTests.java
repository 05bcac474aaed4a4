package org.relais.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;
import org.relais.worklist.TodayItem;

import static org.assertj.core.api.Assertions.assertThat;

/** What the person takes home of their plan, and what of it is called back to mind. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, MovableClock.class})
class PlanSheetsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    PlanSheets sheets;

    @Autowired
    GoalSteps steps;

    @Autowired
    GoalsToday goalsToday;

    @Autowired
    AccessService access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementLog statements;

    @Autowired
    MovableClock clock;

    Place here;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = caseworkers.register(here, "Rémi");
        today = clock.instant().atZone(java.time.ZoneId.of("Europe/Paris")).toLocalDate();
    }

    @Test
    void the_sheet_holds_what_was_agreed_and_of_the_steps_what_the_person_is_shown() {
        var agreed = planners.agreed(here, person, "Un chez-moi", today);
        planners.add(here, person, "Un travail");
        keep(agreed, Section.RISK, Discipline.MEDICAL, "Suicide risk reviewed");
        keep(agreed, Section.MEDICAL, Discipline.MEDICAL, "Blood test");
        var sheet = here.as(Role.PHYSICIAN, () -> sheets.of(planners.read(person), planners.record(person)));
        assertThat(sheet.goals()).singleElement().satisfies(goal -> {
            assertThat(goal.goal().statement()).isEqualTo("Un chez-moi");
            assertThat(goal.steps())
                    .extracting(GoalStepRow::title)
                    .containsExactlyInAnyOrder("Call the landlord", "Blood test");
        });
        assertThat(sheet.drafts()).extracting(GoalRow::statement).containsExactly("Un travail");
        assertThat(sheet.left()).isEqualTo(1);
        // Whoever prints puts nothing on it that they cannot read themselves
        assertThat(here.as(Role.SOCIAL_WORKER, () -> sheets.of(planners.read(person), planners.record(person)))
                        .left())
                .isEqualTo(2);
    }

    @Test
    void a_print_is_logged_and_a_look_is_not_logged_as_one() {
        planners.agreed(here, person, "Un chez-moi", today);
        here.as(Role.NURSE, () -> {
            var plan = planners.read(person);
            var record = planners.record(person);
            statements.clear();
            sheets.of(plan, record);
            assertThat(statements.all()).noneMatch(seen -> seen.sql().contains("access_event"));
            sheets.print(plan, record);
            assertThat(statements.all())
                    .filteredOn(seen -> seen.sql().contains("access_event"))
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.parameters()).contains("PRINT", "care-plan"));
            return true;
        });
    }

    @Test
    void a_goal_past_its_day_and_one_never_agreed_come_back_on_the_day_of_who_looks_after_them() {
        here.as(Role.SOCIAL_WORKER, () -> goals(planners.command(here, "Passé", today.minusDays(1))));
        here.as(Role.SOCIAL_WORKER, () -> goals(planners.command(here, "Aujourd’hui", today)));
        assertThat(lines(Role.SOCIAL_WORKER)).containsExactly("plan.today.late Passé");
        assertThat(lines(Role.NURSE)).isEmpty();
        clock.move(Duration.ofDays(15));
        assertThat(lines(Role.SOCIAL_WORKER))
                .containsExactlyInAnyOrder("plan.today.late Passé", "plan.today.late Aujourd’hui");
        here.as(Role.SOCIAL_WORKER, () -> goals(planners.command(here, "Sans date", null)));
        assertThat(lines(Role.SOCIAL_WORKER)).hasSize(2);
        clock.move(Duration.ofDays(15));
        assertThat(lines(Role.SOCIAL_WORKER)).contains("plan.today.draft Sans date");
    }

    @Autowired
    Goals goals;

    private GoalRow goals(AddGoal command) {
        return goals.add(planners.write(person), command);
    }

    private List<String> lines(Role role) {
        return here.as(role, () -> {
            var day =
                    clock.instant().atZone(java.time.ZoneId.of("Europe/Paris")).toLocalDate();
            return goalsToday.items(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), day).stream()
                    .map(TodayItem::title)
                    .map(title -> title.key() + " " + title.arguments().getFirst())
                    .toList();
        });
    }

    private void keep(GoalRow goal, Section section, Discipline discipline, String title) {
        here.as(Role.PHYSICIAN, () -> {
            var grant = access.grant(person, section, Right.WRITE, Purpose.CARE);
            transaction.executeWithoutResult(status -> steps.keep(
                    grant,
                    new GoalStep(
                            goal.id(),
                            StepId.create(),
                            section,
                            discipline,
                            goal.centre(),
                            title,
                            grant.actor().id(),
                            today.plusDays(3),
                            GoalStepState.TODO)));
            return true;
        });
    }
}
